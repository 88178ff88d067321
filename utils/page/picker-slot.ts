import type { HintField } from '../domain/hint.ts';
import type { Page } from './page.ts';
import { makeSlot } from './world.ts';

export interface Picker {
  /** Has the person choose the element that shows a field; ends by itself, with her choice, or with the signal. */
  pick(page: Page, field: HintField, signal: AbortSignal): void;
}

/** Where `picker.js` leaves its part; put there when the person wants to point at something. */
export const pickerSlot = makeSlot<Picker>('deckhand.picker');
