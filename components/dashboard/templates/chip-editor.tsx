import type { Ref } from 'preact';
import { useCallback, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'preact/hooks';
import { type ChipLook, drawText, offsetOf, selectIn, selectionIn, textIn } from './chip-dom.ts';
import { type Chip, oneStep, segmentsOf, wholeChips } from './chip-model.ts';
import { type ChangeKind, TextHistory } from './text-history.ts';

export interface TextEditor {
  /** puts a text in the place of what is selected, and the caret behind it */
  insert: (text: string) => void;
  /** puts a text in the place of a range */
  replace: (start: number, end: number, text: string) => void;
  /** selects a range and takes the focus */
  select: (start: number, end: number) => void;
}

export interface TextEditorProps {
  value: string;
  onChange: (value: string) => void;
  /** where the caret stands now */
  onCaret: (caret: number) => void;
  label: string;
  language: string;
  /** ids of what describes it */
  describedBy?: string | undefined;
  invalid?: boolean | undefined;
  editorRef: Ref<TextEditor>;
}

/**
 * A text with its variables as chips. Every change is made in the text itself and drawn from it, so that a chip is taken out as a
 * whole and nothing but text comes in; only while an input method composes, the browser writes, and the text is read back afterwards.
 */
export function ChipEditor({
  value,
  onChange,
  onCaret,
  label,
  language,
  describedBy,
  invalid,
  editorRef,
  lookOf,
}: TextEditorProps & { lookOf: (chip: Chip) => ChipLook }) {
  const root = useRef<HTMLDivElement>(null);
  const state = useRef({
    text: value,
    selection: [value.length, value.length] as [number, number],
    composing: false,
  });
  const history = useRef(new TextHistory());
  const latest = useRef({ onChange, onCaret, lookOf });
  latest.current = { onChange, onCaret, lookOf };

  const draw = useCallback((look: (chip: Chip) => ChipLook) => {
    if (root.current) drawText(root.current, state.current.text, look);
  }, []);
  useLayoutEffect(() => {
    const box = root.current;
    state.current.text = value;
    if (state.current.composing || !box) return;
    const focused = box === document.activeElement;
    const changed = textIn(box) !== value;
    // also when only the look changed: what chips show follows the language of the screen
    draw(lookOf);
    if (!focused) return;
    const [start, end] = changed ? [value.length, value.length] : state.current.selection;
    selectIn(box, start, end);
  }, [value, lookOf, draw]);

  const put = (text: string, caret: number) => {
    state.current.text = text;
    state.current.selection = [caret, caret];
    draw(latest.current.lookOf);
    if (root.current) selectIn(root.current, caret);
    latest.current.onChange(text);
    latest.current.onCaret(caret);
  };
  const replace = (start: number, end: number, inserted: string, kind: ChangeKind = 'other') => {
    const { text, selection } = state.current;
    const [from, to] = wholeChips(text, start, end);
    const plain = inserted.replace(/\r\n?/g, '\n');
    if (from === to && !plain) return;
    history.current.note({ text, caret: selection[1] }, kind, Date.now());
    put(text.slice(0, from) + plain + text.slice(to), from + plain.length);
  };
  const travel = (way: 'undo' | 'redo') => {
    const { text, selection } = state.current;
    const found = history.current[way]({ text, caret: selection[1] });
    if (found) put(found.text, Math.min(found.caret, found.text.length));
  };
  useImperativeHandle(editorRef, () => ({
    insert: (text: string) => {
      root.current?.focus();
      replace(...state.current.selection, text);
    },
    replace: (start: number, end: number, text: string) => replace(start, end, text),
    select: (start: number, end: number) => {
      root.current?.focus();
      state.current.selection = [start, end];
      if (root.current) selectIn(root.current, start, end);
      latest.current.onCaret(end);
    },
  }));

  useEffect(() => {
    const look = () => {
      if (!root.current || state.current.composing || document.activeElement !== root.current) return;
      const found = selectionIn(root.current);
      if (!found) return;
      const moved = found[1] !== state.current.selection[1];
      state.current.selection = found;
      if (moved) latest.current.onCaret(found[1]);
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, []);

  const here = (): [number, number] => (root.current && selectionIn(root.current)) ?? state.current.selection;
  /** the range that the browser would change, such as a whole word */
  const aimed = (event: InputEvent): [number, number] => {
    const [range] = event.getTargetRanges();
    const box = root.current;
    if (!range || !box) return here();
    const start = offsetOf(box, range.startContainer, range.startOffset);
    const end = offsetOf(box, range.endContainer, range.endOffset);
    return start === null || end === null ? here() : [start, end];
  };
  const beforeInput = (event: InputEvent) => {
    const { inputType: type } = event;
    // an input method's text cannot be refused: it is read back when the composition ends
    if (state.current.composing || event.isComposing || type.startsWith('insertComposition')) return;
    event.preventDefault();
    const [start, end] = here();
    if (type === 'insertParagraph' || type === 'insertLineBreak') replace(start, end, '\n', 'typing');
    else if (type === 'historyUndo') travel('undo');
    else if (type === 'historyRedo') travel('redo');
    else if (type.startsWith('insert')) {
      const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
      const [from, to] =
        type === 'insertReplacementText' || type === 'insertFromDrop' ? aimed(event) : [start, end];
      replace(from, to, text, type === 'insertText' ? 'typing' : 'other');
    } else if (type.startsWith('delete')) {
      const back = type === 'deleteContentBackward';
      if (start !== end) replace(start, end, '');
      else if (back || type === 'deleteContentForward') {
        const [from, to] = oneStep(state.current.text, start, back ? -1 : 1);
        // a chip is more than a letter: taking it out can be taken back by itself
        const isChip = segmentsOf(state.current.text.slice(from, to)).some(({ kind }) => kind !== 'text');
        replace(from, to, '', isChip ? 'other' : 'deleting');
      } else replace(...aimed(event), '');
    }
  };
  const readBack = () => {
    const box = root.current;
    if (!box || state.current.composing) return;
    const text = textIn(box);
    const before = state.current;
    if (text === before.text) return;
    history.current.note({ text: before.text, caret: before.selection[1] }, 'other', Date.now());
    put(text, selectionIn(box)?.[1] ?? text.length);
  };
  const copy = (event: ClipboardEvent, cut: boolean) => {
    const [start, end] = here();
    if (start === end || !event.clipboardData) return;
    event.preventDefault();
    const [from, to] = wholeChips(state.current.text, start, end);
    event.clipboardData.setData('text/plain', state.current.text.slice(from, to));
    if (cut) replace(from, to, '');
  };

  const heard = useRef({ beforeInput, readBack });
  heard.current = { beforeInput, readBack };
  useEffect(() => {
    const box = root.current;
    const stop = new AbortController();
    const { signal } = stop;
    // by hand: for some of these an element has no property of the name, and Preact would listen for another one
    box?.addEventListener('beforeinput', (event) => heard.current.beforeInput(event), { signal });
    box?.addEventListener('input', () => heard.current.readBack(), { signal });
    const compose = (composing: boolean) => () => {
      state.current.composing = composing;
      heard.current.readBack();
    };
    box?.addEventListener('compositionstart', compose(true), { signal });
    box?.addEventListener('compositionend', compose(false), { signal });
    return () => stop.abort();
  }, []);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a textarea cannot hold chips; the plain text is one press away
    <div
      ref={root}
      class="input templates-text"
      role="textbox"
      aria-multiline="true"
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      tabIndex={0}
      contentEditable
      spellcheck
      lang={language}
      dir="auto"
      onCopy={(event) => copy(event, false)}
      onCut={(event) => copy(event, true)}
      onClick={(event) => {
        const source = (event.target as HTMLElement).closest<HTMLElement>('[data-source]');
        if (!source || !root.current) return;
        const start = offsetOf(root.current, source, 0) ?? 0;
        selectIn(root.current, start + textIn(source).length);
      }}
      onKeyDown={(event) => {
        if (event.isComposing || !(event.ctrlKey || event.metaKey) || event.altKey) return;
        const key = event.key.toLowerCase();
        if (key !== 'z' && key !== 'y') return;
        event.preventDefault();
        travel(key === 'y' || event.shiftKey ? 'redo' : 'undo');
      }}
    />
  );
}
