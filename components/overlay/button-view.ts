import { drawIcon, type IconName } from './icons.ts';

export interface ButtonView {
  button: HTMLButtonElement;
  /** @param label fixed words: never anything about the person on the page */
  show(state: IconName, label: string): void;
}

/** The small button beside a name. Its size is the same in every state. */
export function drawButton(stage: HTMLElement, state: IconName, label: string): ButtonView {
  const button = stage.ownerDocument.createElement('button');
  button.type = 'button';
  button.className = 'mark';
  const show = (next: IconName, words: string) => {
    button.dataset.state = next;
    button.setAttribute('aria-label', words);
    button.title = words;
    button.setAttribute('aria-busy', String(next === 'working'));
    button.replaceChildren(drawIcon(stage.ownerDocument, next));
  };
  show(state, label);
  stage.append(button);
  return { button, show };
}
