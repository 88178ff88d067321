/** What a plan is made from; plain data, so that the rule is tested without a browser. */
export interface EditorFacts {
  /** local name of the element, lower case */
  tag: string;
  /** `type` of an input, as the browser understands it */
  type: string;
  /** the attributes that say what a field is for */
  autocomplete: string;
  /** name, id, label, placeholder and title, joined: for the rules that go by words */
  words: string;
  readOnly: boolean;
  disabled: boolean;
  /** shows dots instead of letters, whatever its type says */
  masked: boolean;
  editable: boolean;
  editor: EditorKind;
  /** inside a closed shadow root: the page's own world sees its host only */
  closed: boolean;
}

export type EditorKind =
  | 'tinymce'
  | 'prosemirror'
  | 'quill'
  | 'codemirror'
  | 'draft'
  | 'lexical'
  | 'slate'
  | 'ckeditor'
  | 'trix'
  | 'unknown';

/** By the marks that each editor leaves on its own elements, the first that fits; checked against the editors themselves in tests/editors. */
const marks: readonly (readonly [EditorKind, string])[] = [
  ['tinymce', 'body#tinymce, .mce-content-body'],
  // LinkedIn's own message editor takes paragraphs like ProseMirror
  ['prosemirror', '.ProseMirror, .msg-form__contenteditable'],
  ['quill', '.ql-editor'],
  ['codemirror', '.cm-content'],
  ['draft', '.public-DraftEditor-content'],
  ['lexical', '[data-lexical-editor]'],
  // wangEditor is one of these, too
  ['slate', '[data-slate-editor]'],
  ['ckeditor', '.ck-editor__editable'],
  ['trix', 'trix-editor'],
];

/** Whether an element is a form field. By name, for a field in a frame is of another window's class. */
export function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return element.localName === 'input' || element.localName === 'textarea';
}

function kindOf(element: Element): EditorKind {
  return marks.find(([, selector]) => element.closest(selector) !== null)?.[0] ?? 'unknown';
}

/** Elements that hold words which were never typed: hints in an empty editor. */
export const hints = '[data-slate-placeholder], .cm-placeholder, .ql-tooltip, style, script';

/** Whether the letters are drawn as dots: fields of type text are made into password fields that way. */
function isMasked(element: Element): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  const security = style?.getPropertyValue('-webkit-text-security');
  return security !== undefined && security !== '' && security !== 'none';
}

function wordsOf(element: Element): string {
  const attributes = ['name', 'id', 'aria-label', 'placeholder', 'title', 'data-testid'];
  const labels = isField(element) ? [...(element.labels ?? [])].map((label) => label.textContent) : [];
  return [...attributes.map((name) => element.getAttribute(name)), ...labels].filter(Boolean).join(' · ');
}

/**
 * What an element says about itself.
 * @param element a field or the host of an editor
 * @param closed whether a closed shadow root is around it
 */
export function readFacts(element: HTMLElement, closed: boolean): EditorFacts {
  const field = isField(element);
  const says = (name: string) => element.getAttribute(name) === 'true';
  return {
    tag: element.localName,
    type: field ? element.type.toLowerCase() : '',
    autocomplete: element.getAttribute('autocomplete')?.toLowerCase() ?? '',
    words: wordsOf(element),
    readOnly: (field && element.readOnly) || says('aria-readonly'),
    disabled: (field && element.matches(':disabled')) || says('aria-disabled'),
    masked: isMasked(element),
    editable: field || element.isContentEditable || element.ownerDocument.designMode === 'on',
    editor: field ? 'unknown' : kindOf(element),
    closed,
  };
}
