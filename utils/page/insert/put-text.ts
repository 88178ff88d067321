import type { Family } from './plan.ts';

/** Those that are written without the page's world. */
export type WrittenFamily = Exclude<Family, 'clipboard' | 'paste' | 'paste-only'>;

/** The browser's own editing: it asks the editor, obeys `maxlength` and can be undone. */
function edit(document: Document, command: string, text?: string): boolean {
  return document.execCommand(command, false, text);
}

function putLines(document: Document, text: string, between: 'insertParagraph' | 'insertLineBreak'): boolean {
  let done = true;
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) done = edit(document, between) && done;
    if (line !== '') done = edit(document, 'insertText', line) && done;
  }
  return done;
}

/**
 * Puts a text where the caret of a document is, the way a family wants it.
 * @param text with `\n` for line ends
 */
export function putText(document: Document, family: WrittenFamily, text: string): void {
  if (family === 'paragraphs') putLines(document, text, 'insertParagraph');
  else if (family === 'line-breaks') putLines(document, text, 'insertLineBreak');
  else edit(document, 'insertText', text);
}

/** Takes characters before the caret away, one step of undo each: only where a field has no selection that could be set. */
export function deleteBackward(document: Document, characters: number): void {
  for (let count = 0; count < characters; count++) edit(document, 'delete');
}
