// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchAnchor } from '../../../utils/page/features/profile-anchor.ts';
import type { Page } from '../../../utils/page/page.ts';
import { fakeBrowser } from '../../support/fake-imports.ts';

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
  document.body.replaceChildren();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A page on which the name never comes and nothing moves. */
const stillPage = {
  document,
  observer: { onBatch: () => {}, whenNear: () => {} },
  mounts: { stands: () => false, settle: () => {} },
  stepBack: () => {},
} as unknown as Page;

test('without a name the corner takes its place after three seconds, also where the clock lags behind the timer', () => {
  const stop = new AbortController();
  const show = vi.fn(() => true);
  vi.spyOn(performance, 'now').mockReturnValue(1_000);
  watchAnchor(stillPage, ['header h2'], show, stop.signal);
  vi.advanceTimersByTime(2_900);
  expect(show).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(show.mock.calls).toEqual([[null]]);
  stop.abort();
});
