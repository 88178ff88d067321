/** What each page of an editor tells the test; the model is the editor's own, never the document's text. */
export interface UnderTest {
  /** a new editor without text and without history; the one before goes */
  mount(): Promise<void> | void;
  /** text of the editor's own model, `\n` between its lines or paragraphs */
  text(): string;
  /** where a person would click to write, CSS pixels of the window */
  point(): { x: number; y: number };
  /** a cell's own question, by name */
  ask?(question: string): unknown;
}

declare global {
  interface Window {
    underTest: UnderTest;
    /** what somebody pressed or sent: nobody may */
    pressed: string[];
  }
}

/** The place on the page in which editors are mounted, empty. */
export function freshPlace(): HTMLElement {
  document.querySelector('#place')?.remove();
  const place = document.createElement('div');
  place.id = 'place';
  place.style.cssText = 'width: 600px; min-height: 200px; margin: 20px';
  document.body.prepend(place);
  return place;
}

/** Near the upper left corner of an element, where its first line is. */
export function pointIn(element: Element | null | undefined): { x: number; y: number } {
  if (!element) throw new Error('the editor is not there');
  const at = element.getBoundingClientRect();
  return { x: at.left + 24, y: at.top + Math.min(at.height / 2, 24) };
}

/** Puts a style sheet into the page. */
export function dress(css: string): void {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
}

/** Gives the page to the test. */
export function expose(underTest: UnderTest): void {
  window.pressed = [];
  for (const kind of ['click', 'submit'])
    window.addEventListener(
      kind,
      (event) => {
        if (!event.isTrusted || kind === 'submit') window.pressed.push(kind);
      },
      true,
    );
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted) window.pressed.push(event.key);
    },
    true,
  );
  window.underTest = underTest;
}

/** Waits until the browser has drawn. */
export function drawn(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
}
