import { expect, test } from 'vitest';
import { localDay } from '../../../utils/domain/day.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { getOverview } from '../../../utils/services/get-overview.ts';
import { noteSnapshot } from '../../../utils/services/snapshots/edit-snapshot.ts';
import { databaseOf, good } from '../../support/memory-notebook.ts';
import { goods, watchedShop } from '../../support/watched-shop.ts';

test('a snapshot that is noted counts as looked at today; a note without words does not', async () => {
  const shop = await watchedShop();
  const { snapshotId } = await shop.see(goods(1));
  const database = await databaseOf(shop.machine);
  const [page] = await database.getAll('watchedPages');
  if (!page) throw new Error('no page');
  const { lastLookedAt: _at, ...never } = page;
  await database.put('watchedPages', never);
  const day = localDay(shop.machine.clock.now);
  const looked = async () =>
    good(await getOverview({ day }, shop.machine.call())).checklist.rows.find(
      ({ key }) => key === 'watchlist-looked',
    );
  const note = (text: string) =>
    noteSnapshot({ operationId: newId(), snapshotId, note: { good: text } }, shop.machine.call());
  good(await note(' '));
  expect(await looked()).toMatchObject({ done: false, handled: 0 });
  good(await note('Calm'));
  expect(await looked()).toMatchObject({ done: true, handled: 1 });
});
