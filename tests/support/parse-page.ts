import { Window } from 'happy-dom';
import { parseHTML } from 'linkedom';

/**
 * Parses a page as `DOMParser` does in a browser: nothing runs, nothing loads, nothing is laid out. This parser copes with the broken markup
 * of real pages.
 */
export function parsePage(html: string): Document {
  return parseHTML(html).document as unknown as Document;
}

const window = new Window({
  settings: {
    disableJavaScriptEvaluation: true,
    disableJavaScriptFileLoading: true,
    disableCSSFileLoading: true,
  },
});

/** The same with another implementation of the DOM: a reading must not depend on which one it is. */
export function parsePageOtherwise(html: string): Document {
  return new window.DOMParser().parseFromString(html, 'text/html') as unknown as Document;
}
