import type { Mark } from '../../domain/mark.ts';
import type { PlatformId } from '../../domain/platform.ts';
import type { ErrorCode } from '../../domain/result.ts';
import type { OverlayKey } from '../../i18n/locales/en/overlay.ts';
import { ask, isAlive } from '../../messaging/client.ts';
import type { ClickGuard } from '../click-guard.ts';
import type { Page } from '../page.ts';
import { type Pending, type ReadOutcome, sendCapture } from './capture.ts';

export type Phase = 'working' | 'saved' | 'failed';

/** How long the tick stays before the button shows its mark again, in milliseconds. */
const savedFor = 2_500;

/** Whom a save button is for, and what it has to show. */
export interface Wish {
  platform: PlatformId;
  handle: string;
  stableId?: string | undefined;
  /** what would be saved */
  read(): Promise<ReadOutcome>;
  /** the mark now, asked for where it is not known yet; undefined where it could not be had */
  mark(): Promise<Mark | undefined>;
  /** marks with which a press only opens the card */
  opens: readonly Mark[];
  /** what the card opens beside */
  near(): Element | null;
  enter(phase: Phase | null): void;
}

/** What a press on a save button does: saves once and opens the card, or only opens it. */
export function makeSaveFlow(page: Page, wish: Wish, signal: AbortSignal) {
  const { t } = page;
  let phase: Phase | null = null;
  let pending: Pending | null = null;
  const enter = (next: Phase | null) => {
    phase = next;
    wish.enter(next);
  };

  /** The words for what the card cannot say, because the background could not be reached or was never asked. */
  const explain = (code: ErrorCode | 'moving', again: () => void) => {
    const words: OverlayKey =
      code === 'moving'
        ? 'overlay_moving'
        : code === 'unreachable'
          ? 'overlay_unreachable'
          : code === 'no-access'
            ? 'overlay_no_access'
            : 'overlay_not_saved';
    page.toast(t(words), { label: t('overlay_try_again'), run: again });
  };
  const openCard = () => page.frame.open(wish.near());

  const save = async () => {
    if (phase === 'working') return;
    enter('working');
    if (!pending) {
      const outcome = await wish.read();
      if (signal.aborted) return;
      if (outcome.state === 'refused') {
        if (outcome.code === 'stale') return page.stepBack(true);
        enter('failed');
        return explain(outcome.code, () => void save());
      }
      pending = outcome.pending;
    }
    const { operationId } = pending;
    const result = await sendCapture(pending);
    if (signal.aborted) return;
    if (!result.ok) {
      if (result.code === 'stale') return page.stepBack(true);
      // without an answer it may have been saved: only the same id makes the next try safe
      if (result.code !== 'unreachable') pending = null;
      enter('failed');
      if (result.code === 'unreachable') return explain(result.code, () => void save());
      page.lastOperation(null);
      return openCard();
    }
    pending = null;
    page.lastOperation(operationId);
    enter('saved');
    openCard();
    setTimeout(() => {
      if (!signal.aborted && phase === 'saved') enter(null);
    }, savedFor);
  };

  const openOnly = async () => {
    const { platform, handle, stableId } = wish;
    const answer = await ask('card.open', { platform, handle, stableId });
    if (signal.aborted) return;
    if (answer.ok) {
      page.lastOperation(null);
      return openCard();
    }
    if (answer.code === 'stale') return page.stepBack(true);
    page.toast(t('overlay_not_opened'), { label: t('overlay_try_again'), run: () => void openOnly() });
  };

  return {
    async clicked(event: Event, guard: ClickGuard): Promise<void> {
      if (!event.isTrusted) return;
      // a double click is one wish: its second press would note the numbers again
      if ('detail' in event && Number(event.detail) > 1) return;
      if (!isAlive()) return page.stepBack(true);
      // judged now: after a wait the click would be another moment's
      const verdict = guard.judge(event);
      // our own account must never be saved as a creator, however early the click comes
      const mark = (await wish.mark()) ?? 'new';
      if (signal.aborted) return;
      if (wish.opens.includes(mark)) return openOnly();
      if (verdict === 'accept') return save();
      page.askInPopup();
    },
  };
}
