export interface ToastView {
  line: HTMLElement;
  action: HTMLButtonElement | null;
  close: HTMLButtonElement;
  /** Writes the words into the status, so that screen readers say them. */
  say(): void;
}

/** One line with fixed words, at most one action, and a way to close it. */
export function drawToast(
  stage: HTMLElement,
  words: { text: string; closeLabel: string; actionLabel?: string | undefined },
): ToastView {
  const document = stage.ownerDocument;
  const line = document.createElement('div');
  line.className = 'toast';
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  line.append(status);

  const makeButton = (label: string) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    line.append(button);
    return button;
  };
  const action = words.actionLabel === undefined ? null : makeButton(words.actionLabel);
  const close = makeButton('×');
  close.className = 'close';
  close.setAttribute('aria-label', words.closeLabel);
  stage.append(line);
  return {
    line,
    action,
    close,
    say() {
      status.textContent = words.text;
    },
  };
}
