import { copyText } from './copy-text.ts';

/**
 * Puts a table into the clipboard as HTML and as plain text; to be called in the click itself. The event of copying comes first: what
 * it is given arrives as it is, while the newer call reads the HTML and, under the policy of our pages, complains about every cell.
 * @returns whether it is there now
 */
export async function copyTable(table: { html: string; plain: string }): Promise<boolean> {
  if (copyByEvent(table)) return true;
  try {
    const part = (kind: 'html' | 'plain') => new Blob([table[kind]], { type: `text/${kind}` });
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/html': part('html'), 'text/plain': part('plain') }),
    ]);
    return true;
  } catch {
    return copyText(table.plain);
  }
}

function copyByEvent({ html, plain }: { html: string; plain: string }): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  // browsers copy only where something is selected
  field.value = ' ';
  field.className = 'sr-only';
  field.setAttribute('aria-hidden', 'true');
  let given = false;
  const give = (event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData.setData('text/html', html);
    event.clipboardData.setData('text/plain', plain);
    given = true;
  };
  // inside an open dialog only what is in it can be selected
  (before?.closest('dialog') ?? document.body).append(field);
  field.select();
  document.addEventListener('copy', give, { capture: true });
  try {
    return document.execCommand('copy') && given;
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', give, { capture: true });
    field.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }
}
