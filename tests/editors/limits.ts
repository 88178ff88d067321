import type { StartName, TextName } from './cells.ts';
import type { SetupName } from './setups.ts';

export type Browser = 'chromium' | 'firefox';
export const browsers: readonly Browser[] = ['chromium', 'firefox'];

/** What a cell looks at. */
export type Facet = 'text' | 'caret' | 'undo' | 'caret on an empty line';

/** Cells that cannot be right, each with the reason; a cell that is right all the same is a fault of this table. */
export interface Limit {
  setups: SetupName[];
  browsers: readonly Browser[];
  texts: TextName[];
  starts?: StartName[];
  facets: Facet[];
  reason: string;
}

const plain: SetupName[] = [
  'plain-div',
  'plain-paragraph',
  'plain-plaintext-only',
  'plain-open-roots',
  'plain-closed-roots',
  'plain-frame',
];

export const limits: Limit[] = [
  {
    setups: ['ckeditor'],
    browsers,
    texts: ['blank lines'],
    facets: ['text', 'caret', 'caret on an empty line'],
    reason:
      'reads an empty line in plain text as the gap between two paragraphs: of each run of empty lines there is one less in its model; every word is there, in its line',
  },
  {
    setups: plain,
    browsers: ['firefox'],
    texts: ['blank lines', 'CJK'],
    facets: ['undo'],
    reason:
      'one step of undo for each line and each line break: Firefox groups nothing that a script writes, and one insertion of all lines loses the line ends in editors that look the same',
  },
];

/** The limit that stands for a cell, or undefined. */
export function limitFor(
  browser: Browser,
  setup: SetupName,
  facet: Facet,
  text: TextName,
  start?: StartName,
): Limit | undefined {
  return limits.find(
    (limit) =>
      limit.browsers.includes(browser) &&
      limit.setups.includes(setup) &&
      limit.facets.includes(facet) &&
      limit.texts.includes(text) &&
      (!start || !limit.starts || limit.starts.includes(start)),
  );
}
