import type { SnapshotKey } from '../../i18n/locales/en/snapshot.ts';
import type { Translate } from '../../i18n/translate.ts';
import { isAlive } from '../../messaging/client.ts';
import type { Page } from '../page.ts';
import { pageClock } from './in-slices.ts';
import { takeOnVisit } from './on-visit.ts';
import { drawSnapshotButton } from './snapshot-button.ts';
import type { SnapshotPart } from './snapshot-slot.ts';
import { drawnOnScreen } from './still-page.ts';
import { takeSnapshot } from './take-snapshot.ts';
import { makePictureStage } from './tiles.ts';

/** Everything that snapshots need in a page. @param words in the language of the overlay that asks */
export function makeSnapshotPart(
  document: Document,
  words: (page: Page) => Translate<SnapshotKey>,
): SnapshotPart {
  const take: SnapshotPart['take'] = (order) => takeSnapshot(document, order);
  const wait = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));
  return {
    alive: isAlive,
    take,
    stage: makePictureStage(document, { ...pageClock, wait, drawn: () => drawnOnScreen(document) }),
    start(page, { due, shop }, signal) {
      if (shop) drawSnapshotButton(page, take, words(page), signal);
      if (due) takeOnVisit(page, take, signal);
    },
  };
}
