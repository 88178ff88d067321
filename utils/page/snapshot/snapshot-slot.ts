import type { SnapshotCause } from '../../domain/change-kind.ts';
import type { HoldMode, PagePlace } from '../../domain/page-place.ts';
import type { Result } from '../../domain/result.ts';
import type { SnapshotAnswer } from '../../messaging/protocol/snapshots.ts';
import type { Page } from '../page.ts';
import { makeSlot } from '../world.ts';

/** Holds the page still while pictures of it are taken; one at a time. Each order names the picture it is for. */
export interface PictureStage {
  begin(job: string, mode: HoldMode): Promise<PagePlace>;
  /** scrolls there; null: the page does not hold still for this picture (any more) */
  stand(job: string, top: number): Promise<PagePlace | null>;
  /** where it stands, without doing anything */
  look(job: string): PagePlace | null;
  /** puts everything back as it was; harmless when it already is */
  end(job: string): void;
}

export interface SnapshotOrder {
  operationId: string;
  cause: SnapshotCause;
}

export interface SnapshotPart {
  alive(): boolean;
  take(order: SnapshotOrder): Promise<Result<SnapshotAnswer>>;
  stage: PictureStage;
  /** the button on shops' pages, and the snapshot of a visit where one is due; all of it ends with the signal */
  start(page: Page, here: { due: boolean; shop: boolean }, signal: AbortSignal): void;
}

/** Where `snapshot.js` leaves its part, for the overlay and for the background's `executeScript`. */
export const snapshotSlot = makeSlot<SnapshotPart>('deckhand.snapshot');
