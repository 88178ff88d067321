import { addToWatchlist } from '../../../utils/services/add-to-watchlist.ts';
import { captureCreator } from '../../../utils/services/capture-creator.ts';
import { claimAccount } from '../../../utils/services/claim-account.ts';
import { markLookedAt } from '../../../utils/services/mark-looked-at.ts';
import { moveCompetitor } from '../../../utils/services/move-competitor.ts';
import { removeCompetitor } from '../../../utils/services/remove-competitor.ts';
import { saveBrand } from '../../../utils/services/save-brand.ts';
import { saveRoutine } from '../../../utils/services/save-routine.ts';
import { saveSettings } from '../../../utils/services/save-settings.ts';
import { tickItem } from '../../../utils/services/tick-item.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { updateCompetitor } from '../../../utils/services/update-competitor.ts';
import { updateCreator } from '../../../utils/services/update-creator.ts';
import { inUse, testEveryWrite, type Write } from '../../support/every-write.ts';
import { pageIn } from '../../support/memory-notebook.ts';
import { named, profile } from '../../support/readings.ts';

const details = {
  name: 'Kiln',
  accounts: [],
  shops: [],
  officialLinks: [],
  hashtags: [],
  countries: [],
  languages: [],
};
const page = { url: 'https://new.example/', title: 'New', platform: 'web' as const, kind: 'shop' as const };

/** Every message that writes: what it is called with in that notebook. */
const writes: Write[] = [
  [
    'creator.capture of someone new',
    ({ machine }, operationId) =>
      captureCreator(
        {
          operationId,
          reading: profile({
            ...named('noor.knits'),
            emails: { value: ['noor@example.com', 'shop@example.com'], source: 'dom' },
          }),
        },
        machine.call(pageIn(1)),
      ),
  ],
  [
    'creator.capture of a handle taken over',
    ({ machine }, operationId) =>
      captureCreator({ operationId, reading: profile(named('mira.bakes', '88')) }, machine.call(pageIn(1))),
  ],
  [
    'creator.update',
    ({ machine, creatorId, today }, operationId) =>
      updateCreator(machine.contexts)(
        { operationId, creatorId, changes: { tags: ['clay', 'leeds'], lastContact: today, notes: 'x' } },
        machine.call(),
      ),
  ],
  [
    'account.claim',
    ({ machine, planned }, operationId) =>
      claimAccount(machine.contexts)(
        { operationId, account: { platform: 'x', handle: 'kiln', main: true }, undo: planned },
        machine.call(),
      ),
  ],
  [
    'operation.undo',
    ({ machine, planned }, operationId) => undoOperation({ operationId, undo: planned }, machine.call()),
  ],
  [
    'checklist.tick',
    ({ machine, today, rows }, operationId) =>
      tickItem({ operationId, day: today, routineId: rows[0] ?? '', done: true }, machine.call()),
  ],
  [
    'routine.save',
    ({ machine, today, rows }, operationId) =>
      saveRoutine(
        {
          operationId,
          day: today,
          items: [
            { text: 'Pack', part: 'any', weekdays: [1, 2, 3, 4, 5, 6, 7] },
            { id: rows[3] ?? '', part: 'any', weekdays: [2] },
          ],
        },
        machine.call(),
      ),
  ],
  [
    'watchlist.add',
    ({ machine }, operationId) =>
      addToWatchlist({ operationId, name: 'New', tier: 'equal', page }, machine.call()),
  ],
  [
    'watchlist.update',
    ({ machine, first }, operationId) =>
      updateCompetitor({ operationId, competitorId: first, tier: 'own' }, machine.call()),
  ],
  [
    'watchlist.move',
    ({ machine, first }, operationId) =>
      moveCompetitor({ operationId, competitorId: first, before: null }, machine.call()),
  ],
  [
    'watchlist.remove',
    ({ machine, first }, operationId) =>
      removeCompetitor({ operationId, competitorId: first }, machine.call()),
  ],
  [
    'watchlist.looked',
    ({ machine, watchedPageId }, operationId) => markLookedAt({ operationId, watchedPageId }, machine.call()),
  ],
  [
    'settings.save',
    ({ machine }, operationId) => saveSettings({ operationId, changes: { theme: 'dark' } }, machine.call()),
  ],
  ['brand.save', ({ machine }, operationId) => saveBrand({ operationId, details }, machine.call())],
];

// at least the change, its activity, a counter and the operation itself
testEveryWrite(inUse, writes, 4);
