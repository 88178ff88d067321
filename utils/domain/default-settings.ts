import type { Settings } from './settings.ts';

/** What holds before the person chooses, and while the settings cannot be read. */
export const defaultSettings: Settings = {
  language: 'auto',
  theme: 'auto',
  market: 'cross-border',
  overlayHidden: false,
  sitesOff: [],
  showCounts: false,
  snapshotOnVisit: true,
  firstRunDone: false,
  currentBrandId: null,
};
