import { drawIcon, type IconName, icons } from './icons.ts';

/** `tag`: with a drawing of its own. */
export type ButtonState = IconName | 'tag';

export interface ButtonView {
  button: HTMLButtonElement;
  /** @param label fixed words: never anything about the person on the page */
  show(state: ButtonState, label: string): void;
}

/**
 * The small button beside a name. Its size is the same in every state.
 * @param lines the drawing of a button that has its own
 */
export function drawButton(
  stage: HTMLElement,
  state: ButtonState,
  label: string,
  lines?: string,
): ButtonView {
  const button = stage.ownerDocument.createElement('button');
  button.type = 'button';
  button.className = 'mark';
  const show = (next: ButtonState, words: string) => {
    button.dataset.state = next;
    button.setAttribute('aria-label', words);
    button.title = words;
    button.setAttribute('aria-busy', String(next === 'working'));
    button.replaceChildren(drawIcon(stage.ownerDocument, lines ?? icons[next as IconName]));
  };
  show(state, label);
  stage.append(button);
  return { button, show };
}
