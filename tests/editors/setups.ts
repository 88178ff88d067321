/** One editor as a test meets it: which page shows it, and what stands behind a package's name there. */
export interface Setup {
  page: string;
  /** how the table of the README calls it */
  title: string;
  alias?: Record<string, string>;
}

const react18 = { react: 'react-18', 'react-dom': 'react-dom-18' };

/** Every editor of the matrix; the name is the last part of the page's address. */
export const setups = {
  'plain-textarea': { page: 'plain', title: 'textarea' },
  'react-18': { page: 'react-field', title: 'React 18 controlled textarea', alias: react18 },
  'react-19': { page: 'react-field', title: 'React 19 controlled textarea' },
  'vue-2': { page: 'vue-2-field', title: 'Vue 2 textarea' },
  'vue-3': { page: 'vue-3-field', title: 'Vue 3 textarea' },
  draft: { page: 'draft', title: 'Draft.js 0.11', alias: react18 },
  'lexical-plain': { page: 'lexical', title: 'Lexical 0.52 plain text' },
  'lexical-rich': { page: 'lexical', title: 'Lexical 0.52 rich text' },
  slate: { page: 'slate', title: 'Slate 0.146' },
  prosemirror: { page: 'prosemirror', title: 'ProseMirror 1.42' },
  tiptap: { page: 'tiptap', title: 'Tiptap 3.34' },
  'quill-1': { page: 'quill', title: 'Quill 1.3', alias: { quill: 'quill-1' } },
  'quill-2': { page: 'quill', title: 'Quill 2.0' },
  ckeditor: { page: 'ckeditor', title: 'CKEditor 48' },
  tinymce: { page: 'tinymce', title: 'TinyMCE 8.9' },
  codemirror: { page: 'codemirror', title: 'CodeMirror 6' },
  wangeditor: { page: 'wangeditor', title: 'wangEditor 5.1' },
  trix: { page: 'trix', title: 'Trix 2.1' },
  squire: { page: 'squire', title: 'Squire 2.4' },
  'plain-div': { page: 'plain', title: 'contenteditable' },
  'plain-paragraph': { page: 'plain', title: 'contenteditable paragraph' },
  'plain-plaintext-only': { page: 'plain', title: 'contenteditable plaintext-only' },
  'plain-open-roots': { page: 'plain', title: 'contenteditable, 3 open roots' },
  'plain-closed-roots': { page: 'plain', title: 'contenteditable, 3 closed roots' },
  'plain-frame': { page: 'plain', title: 'contenteditable, frame' },
  'plain-textarea-open-roots': { page: 'plain', title: 'textarea, 3 open roots' },
  'plain-textarea-closed-roots': { page: 'plain', title: 'textarea, 3 closed roots' },
  'plain-textarea-frame': { page: 'plain', title: 'textarea, frame' },
} satisfies Record<string, Setup>;

export type SetupName = keyof typeof setups;
export const setupNames = Object.keys(setups) as SetupName[];

/** Origin of all pages of editors. */
export const editorsOrigin = 'https://editors.example';

export function editorUrl(name: string): string {
  return `${editorsOrigin}/${name}`;
}
