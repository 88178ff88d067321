import { cleanup, configure, render } from '@testing-library/preact';
import { vi } from 'vitest';
// loaded beforehand: the pages come at once, however busy the machine is
import '../../../components/dashboard/watch/compare-page.tsx';
import '../../../components/dashboard/watch/competitor-page.tsx';
import '../../../components/dashboard/watch/report-page.tsx';
import '../../../components/dashboard/watch/watch-page.tsx';
import '../../../components/dashboard/watch/words/en.ts';
import { Dashboard } from '../../../components/dashboard/dashboard.tsx';
import * as client from './fake-client.ts';
import { surroundings } from './person-samples.ts';
import { settings } from './sample-data.ts';
import { digestOf, seriesOf, watchlist } from './watch-samples.ts';

/*
 * The pages of the competitor watch on a screen without a browser, for their tests.
 */

configure({ asyncUtilTimeout: 8_000 });

/** A notebook with three competitors of whom nothing was found yet; a test gives what it is about. */
export function setUp() {
  client.answer('settings.get', settings);
  client.answer('watch.list', { rows: watchlist });
  client.answer('watch.digest', digestOf());
  client.answer('change.list', { changes: [], next: null });
  client.answer('snapshot.list', { rows: [], more: false });
  client.answer('watch.series', seriesOf());
  URL.createObjectURL = vi.fn(() => `blob:tile-${Math.random()}`);
  URL.revokeObjectURL = vi.fn();
}

export function tearDown() {
  cleanup();
  client.resetClient();
  vi.clearAllMocks();
  location.hash = '';
}

export function show(hash = '#/watch') {
  location.hash = hash;
  return render(<Dashboard {...surroundings} />);
}
