import { type ButtonView, drawButton } from '../../../components/overlay/button-view.ts';
import type { ErrorCode } from '../../domain/result.ts';
import type { OverlayKey } from '../../i18n/locales/en/overlay.ts';
import { ask, isAlive, onChange } from '../../messaging/client.ts';
import { type ClickGuard, guardClicks } from '../click-guard.ts';
import type { Feature } from '../page.ts';
import { type Pending, readForCapture, sendCapture } from './capture.ts';
import { watchAnchor } from './profile-anchor.ts';

type Mark = 'new' | 'known' | 'ours' | 'do-not-contact';
type Phase = 'working' | 'saved' | 'failed';

/** How long the tick stays before the button shows its mark again, in milliseconds. */
const savedFor = 2_500;

const marks: readonly Mark[] = ['new', 'known', 'ours', 'do-not-contact'];
const labels: Record<Mark | Phase, OverlayKey> = {
  new: 'overlay_save',
  known: 'overlay_known',
  ours: 'overlay_ours',
  'do-not-contact': 'overlay_do_not_contact',
  working: 'overlay_working',
  saved: 'overlay_saved',
  failed: 'overlay_failed',
};

/** The one-click capture: a button beside the name on a profile. */
export const captureButton: Feature = {
  init(signal, page) {
    const { site, identity, t } = page;
    const handle = identity?.handle ?? identity?.id;
    if (!site || identity?.kind !== 'profile' || handle === undefined) return;
    const stableId = identity.handle === undefined ? identity.id : undefined;

    let mark: Mark = 'new';
    let markKnown = false;
    let phase: Phase | null = null;
    let pending: Pending | null = null;
    let view: ButtonView | null = null;

    const draw = () => view?.show(phase ?? mark, t(labels[phase ?? mark]));
    const enter = (next: Phase | null) => {
      phase = next;
      draw();
    };

    const askMark = async () => {
      const answer = await ask('page.mark', {
        platform: site.id,
        handle,
        ...(stableId === undefined ? {} : { stableId }),
      });
      if (signal.aborted) return;
      if (!answer.ok) return answer.code === 'stale' ? page.stepBack(false) : undefined;
      const answered = marks.find((known) => known === answer.value.mark);
      if (!answered) return;
      mark = answered;
      markKnown = true;
      draw();
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

    const openCard = () => {
      page.frame.open(view?.button ?? null);
    };

    const capture = async () => {
      if (phase === 'working') return;
      enter('working');
      if (!pending) {
        const outcome = await readForCapture(page, signal);
        if (signal.aborted) return;
        if (outcome.state === 'refused') {
          if (outcome.code === 'stale') return page.stepBack(true);
          enter('failed');
          return explain(outcome.code, () => void capture());
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
        if (result.code === 'unreachable') return explain(result.code, () => void capture());
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
      const answer = await ask('card.open', { platform: site.id, handle });
      if (signal.aborted) return;
      if (answer.ok) {
        page.lastOperation(null);
        return openCard();
      }
      if (answer.code === 'stale') return page.stepBack(true);
      page.toast(t('overlay_not_opened'), { label: t('overlay_try_again'), run: () => void openOnly() });
    };

    const clicked = async (event: Event, guard: ClickGuard) => {
      if (!event.isTrusted) return;
      // a double click is one wish: its second press would note the numbers again
      if ('detail' in event && Number(event.detail) > 1) return;
      if (!isAlive()) return page.stepBack(true);
      // judged now: after a wait the click would be another moment's
      const verdict = guard.judge(event);
      // our own account must never be saved as a creator, however early the click comes
      if (!markKnown) await askMark();
      if (signal.aborted) return;
      if (mark === 'ours' || mark === 'do-not-contact') return openOnly();
      if (verdict === 'accept') return capture();
      page.askInPopup();
    };

    const show = (anchor: Element | null) => {
      const mount = page.mounts.place('profile', anchor, ({ stage, host }) => {
        view = drawButton(stage, mark, t(labels[mark]));
        const guard = guardClicks(view.button, host, signal);
        view.button.addEventListener('click', (event) => void clicked(event, guard), { signal });
        page.cardBelongsTo(view.button);
        page.observer.whenNear(host, () => void askMark(), signal);
      });
      return mount !== null;
    };

    watchAnchor(page, site.profileAnchors, show, signal);
    onChange(['creators', 'brands'], () => void askMark(), signal);
  },
};
