import { useImperativeHandle, useRef } from 'preact/hooks';
import type { TextEditorProps } from './chip-editor.tsx';

/** The text as it is stored, with its Liquid. */
export function RawEditor({
  value,
  onChange,
  onCaret,
  label,
  language,
  describedBy,
  invalid,
  editorRef,
}: TextEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(editorRef, () => {
    const replace = (start: number, end: number, text: string) => {
      const box = field.current;
      if (!box) return;
      box.focus();
      box.setSelectionRange(start, end);
      // keeps the browser's own undo; where it does nothing the value is set
      if (!document.execCommand?.('insertText', false, text)) {
        box.setRangeText(text, start, end, 'end');
        onChange(box.value);
      }
    };
    return {
      insert: (text: string) =>
        replace(field.current?.selectionStart ?? 0, field.current?.selectionEnd ?? 0, text),
      replace,
      select: (start: number, end: number) => {
        field.current?.focus();
        field.current?.setSelectionRange(start, end);
      },
    };
  });
  return (
    <textarea
      ref={field}
      class="input templates-text templates-raw"
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      rows={6}
      dir="auto"
      lang={language}
      value={value}
      onInput={(event) => onChange(event.currentTarget.value)}
      onSelect={(event) => onCaret(event.currentTarget.selectionEnd)}
    />
  );
}
