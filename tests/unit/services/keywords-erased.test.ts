import { expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { eraseListened, listenedStores } from '../../../utils/services/keywords/erase-words.ts';
import { saveKeywords } from '../../../utils/services/keywords/save-group.ts';
import { addPlace } from '../../../utils/services/places/edit-places.ts';
import { maintain } from '../../../utils/storage/unit-of-work.ts';
import { databaseOf, dump, good, newMachine } from '../../support/memory-notebook.ts';

test('a person’s handle is taken out of the keywords, and their profile off the saved places', async () => {
  const machine = newMachine();
  const details = {
    name: 'Brand',
    kind: 'brand' as const,
    severity: 'low' as const,
    words: ['@Mira.Holm', '@miraholm', 'mira', '@mira.holm*'],
    enabled: true,
  };
  good(await saveKeywords({ operationId: newId(), details }, machine.call()));
  for (const url of [
    'https://www.instagram.com/mira.holm/',
    'https://www.instagram.com/explore/tags/mira/',
  ]) {
    const place = { title: 'A place', url, platform: 'instagram' as const, kind: 'other' as const };
    good(await addPlace({ operationId: newId(), place }, machine.call()));
  }
  const forgotten: string[] = [];
  const keys = new Set(['instagram:mira.holm']);
  const done = await maintain(await databaseOf(machine), machine.clock.now, listenedStores, (unit) =>
    eraseListened(
      unit,
      keys,
      (store, id) => unit.remove(store, id, 'derived'),
      (store) => void forgotten.push(store),
    ),
  );
  good(done);
  const { keywordGroups, places } = await dump(machine, ['keywordGroups', 'places']);
  expect(keywordGroups).toMatchObject([{ words: ['@miraholm', 'mira'] }]);
  expect(places).toMatchObject([{ url: 'https://www.instagram.com/explore/tags/mira/' }]);
  expect(forgotten).toEqual(['keywordGroups']);
});
