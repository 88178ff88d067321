import { type ButtonView, drawButton } from '../../../components/overlay/button-view.ts';
import { type Mark, marks } from '../../domain/mark.ts';
import type { OverlayKey } from '../../i18n/locales/en/overlay.ts';
import { ask, onChange } from '../../messaging/client.ts';
import { guardClicks } from '../click-guard.ts';
import { havePart } from '../have-part.ts';
import type { Feature, Page } from '../page.ts';
import { type Somebody, taggedSlot } from '../tagging/tagged-slot.ts';
import { readForCapture, readHere } from './capture.ts';
import { watchAnchor } from './profile-anchor.ts';
import { makeSaveFlow, type Phase } from './save-flow.ts';

const labels: Record<Mark | Phase, OverlayKey> = {
  new: 'overlay_save',
  known: 'overlay_known',
  ours: 'overlay_ours',
  'do-not-contact': 'overlay_do_not_contact',
  spam: 'overlay_spam',
  partner: 'overlay_partner',
  fan: 'overlay_fan',
  'in-contact': 'overlay_in_contact',
  working: 'overlay_working',
  saved: 'overlay_saved',
  failed: 'overlay_failed',
};

/** By the address where the site's addresses tell, else by one reading: on a site that the person added only the page itself can say. */
async function subjectOf(page: Page, signal: AbortSignal): Promise<Somebody | null> {
  const { site, identity } = page;
  if (site.id !== 'web') {
    const handle = identity?.handle ?? identity?.id;
    if ((identity?.kind !== 'profile' && identity?.kind !== 'group') || handle === undefined) return null;
    return { platform: site.id, handle, stableId: identity.handle === undefined ? identity.id : undefined };
  }
  const looked = await readHere(page, signal);
  const creator = looked.state === 'read' ? looked.reading.creator : undefined;
  if (looked.state !== 'read' || !creator?.handle) return null;
  return {
    platform: looked.reading.platform,
    handle: creator.handle.value,
    stableId: creator.stableId?.value,
  };
}

/** The one-click capture: a button beside the name on a profile, of a person or a group. */
export const captureButton: Feature = {
  init(signal, page) {
    void subjectOf(page, signal).then((subject) => {
      if (subject && !signal.aborted) drawFor(subject, signal, page);
    });
  },
};

function drawFor(subject: Somebody, signal: AbortSignal, page: Page): void {
  const { platform, handle, stableId } = subject;
  const { site, t } = page;
  let mark: Mark = 'new';
  let markKnown = false;
  let phase: Phase | null = null;
  let view: ButtonView | null = null;

  const draw = () => view?.show(phase ?? mark, t(labels[phase ?? mark]));

  const askMark = async () => {
    const answer = await ask('page.marks', { platform, names: [{ handle, stableId }] });
    if (signal.aborted) return;
    if (!answer.ok) return answer.code === 'stale' ? page.stepBack(false) : undefined;
    const answered = marks.find((known) => known === answer.value.marks[0]);
    if (!answered) return;
    mark = answered;
    markKnown = true;
    draw();
  };

  const flow = makeSaveFlow(
    page,
    {
      ...subject,
      read: () => readForCapture(page, signal),
      async mark() {
        if (!markKnown) await askMark();
        return mark;
      },
      opens: ['ours', 'do-not-contact'],
      near: () => view?.button ?? null,
      enter(next) {
        phase = next;
        draw();
      },
    },
    signal,
  );

  const show = (anchor: Element | null) => {
    const mount = page.mounts.place('profile', anchor, ({ stage, host }) => {
      view = drawButton(stage, mark, t(labels[mark]));
      const { button } = view;
      const guard = guardClicks(button, host, signal);
      button.addEventListener('click', (event) => void flow.clicked(event, guard), { signal });
      page.cardBelongsTo(button);
      const near = async () => {
        void askMark();
        // on every profile, tagged or not
        (await havePart(page, taggedSlot, 'tagged', signal))?.showDots(page, button, subject, signal);
      };
      page.observer.whenNear(host, () => void near(), signal);
    });
    return mount !== null;
  };

  watchAnchor(page, site.profileAnchors, show, signal);
  onChange(['creators', 'brands', 'items'], () => void askMark(), signal);
}
