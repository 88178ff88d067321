import type { ButtonView } from '../../../components/overlay/button-view.ts';
import type { IconName } from '../../../components/overlay/icons.ts';
import { newId } from '../../domain/new-id.ts';
import type { ErrorCode } from '../../domain/result.ts';
import type { SnapshotKey } from '../../i18n/locales/en/snapshot.ts';
import type { Translate } from '../../i18n/translate.ts';
import { isAlive } from '../../messaging/client.ts';
import { findAnchor } from '../features/profile-anchor.ts';
import { havePart } from '../have-part.ts';
import type { Page } from '../page.ts';
import { taggedSlot } from '../tagging/tagged-slot.ts';
import type { SnapshotPart } from './snapshot-slot.ts';

/** How long the tick stays, and between two looks at whether the button still stands, in milliseconds. */
const savedFor = 2_500;
const lookEvery = 1_000;
/** In the corner it stands below the button that saves a creator. */
const cornerTop = '136px';

/** A camera, drawn like the other icons. Not among them: the script on every page would carry it. */
const camera = 'M4 8h3.5L9 5.5h6L16.5 8H20v11H4zM12 16.5a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6';

type Phase = 'open' | 'working' | 'saved' | 'failed';
const labels: Record<Phase, SnapshotKey> = {
  open: 'snapshot_take',
  working: 'snapshot_working',
  saved: 'snapshot_saved',
  failed: 'snapshot_failed',
};

const reasons: Partial<Record<ErrorCode, SnapshotKey>> = {
  'not-watched': 'snapshot_not_watched',
  unreachable: 'snapshot_unreachable',
  'no-access': 'snapshot_no_access',
  quota: 'snapshot_disk_full',
};

/**
 * One press on it takes a snapshot of the page. It stands on every shop's page, watched or not: the page must not learn whether we watch it,
 * so it stands on no profile, where only some are.
 */
export function drawSnapshotButton(
  page: Page,
  take: SnapshotPart['take'],
  t: Translate<SnapshotKey>,
  signal: AbortSignal,
): void {
  let view: ButtonView | null = null;
  let phase: Phase = 'open';
  /** of a press without an answer: the same id makes the next try safe */
  let pending: string | null = null;

  const enter = (next: Phase) => {
    phase = next;
    view?.show(next satisfies IconName, t(labels[next]));
    if (next === 'open') view?.button.querySelector('path')?.setAttribute('d', camera);
  };
  const save = async () => {
    if (phase === 'working') return;
    enter('working');
    pending ??= newId();
    const result = await take({ operationId: pending, cause: 'button' });
    if (signal.aborted) return;
    if (!result.ok && result.code === 'stale') return page.stepBack(true);
    if (result.ok || result.code !== 'unreachable') pending = null;
    enter(result.ok ? 'saved' : 'failed');
    if (!result.ok) {
      const run = () => void save();
      page.toast(t(reasons[result.code] ?? 'snapshot_not_saved'), { label: t('snapshot_try_again'), run });
      return;
    }
    setTimeout(() => {
      if (!signal.aborted && phase === 'saved') enter('open');
    }, savedFor);
  };

  const stand = () => {
    if (!isAlive()) return page.stepBack(false);
    if (page.mounts.stands('snapshot')) return;
    const anchor = findAnchor(page.document, ['main h1', 'h1']);
    const mount = page.mounts.place('snapshot', anchor, ({ stage, host }) => {
      view = page.drawButton(stage, phase, t(labels[phase]));
      enter(phase);
      const guard = page.guardClicks(view.button, host, signal);
      const clicked = (event: MouseEvent) => {
        // a double click is one wish
        if (!event.isTrusted || event.detail > 1) return;
        if (!isAlive()) return page.stepBack(true);
        if (guard.judge(event) === 'accept') void save();
        else page.askInPopup();
      };
      const { button } = view;
      button.addEventListener('click', clicked, { signal });
      const near = async () => {
        // on every shop's page, tagged or not
        (await havePart(page, taggedSlot, 'tagged', signal))?.showDots(page, button, null, signal);
      };
      page.observer.whenNear(host, () => void near(), signal);
    });
    if (mount && !anchor) mount.stage.style.top = cornerTop;
  };
  let due: ReturnType<typeof setTimeout> | undefined;
  page.observer.onBatch(() => {
    due ??= setTimeout(() => {
      due = undefined;
      if (!signal.aborted) stand();
    }, lookEvery);
  }, signal);
  signal.addEventListener('abort', () => clearTimeout(due));
  stand();
}
