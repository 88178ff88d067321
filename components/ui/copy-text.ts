/**
 * Puts a text into the clipboard; to be called in the click itself. Where the browser's clipboard refuses (no permission, no
 * focus), the older way through a selected field still works.
 * @returns whether it is there now
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'sr-only';
  field.setAttribute('aria-hidden', 'true');
  document.body.append(field);
  field.select();
  let copied = false;
  try {
    copied = document.execCommand('copy');
  } catch {
    // nothing is in the clipboard then, which the answer says
  }
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}
