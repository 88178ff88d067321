import { defaultThresholds } from './fan-points.ts';
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
  severityRules: {},
  staleDays: 7,
  badgeSeverities: ['medium', 'high'],
  notifications: false,
  notifySeverities: ['high'],
  quietHours: { from: '21:00', until: '08:00' },
  workHours: { weekdays: [1, 2, 3, 4, 5], from: '09:00', until: '18:00', holidays: [], extraDays: [] },
  markKeywords: true,
  departments: [],
  fanThresholds: defaultThresholds,
  quietDays: 30,
  firstRunDone: false,
  currentBrandId: null,
};
