import { drawButton } from '../../../components/overlay/button-view.ts';
import type { IconName } from '../../../components/overlay/icons.ts';
import { type Mark, marks } from '../../domain/mark.ts';
import { newId } from '../../domain/new-id.ts';
import type { PageReading } from '../../domain/page-reading.ts';
import type { ItemsKey } from '../../i18n/locales/en/items.ts';
import type { OverlayKey } from '../../i18n/locales/en/overlay.ts';
import { guardClicks } from '../click-guard.ts';
import { makeSaveFlow, type Phase } from '../features/save-flow.ts';
import type { ButtonMaker } from './button-group.ts';
import { itemWords } from './item-words.ts';
import type { ReadItem } from './read-item.ts';

const phaseWords: Record<Phase, OverlayKey> = {
  working: 'overlay_working',
  saved: 'overlay_saved',
  failed: 'overlay_failed',
};
/** What a mark means, in fixed words, for those who do not see its shape. */
const markWords: Record<Exclude<Mark, 'new'>, ItemsKey> = {
  ours: 'items_mark_ours',
  'do-not-contact': 'items_mark_do_not_contact',
  spam: 'items_mark_spam',
  partner: 'items_mark_partner',
  fan: 'items_mark_fan',
  'in-contact': 'items_mark_in_contact',
  known: 'items_mark_known',
};
/** Who is in the notebook is not read anew from a name in a list: it tells nothing. Who wrote spam need not be in it. */
const inNotebook: readonly Mark[] = marks.filter((mark) => mark !== 'new' && mark !== 'spam');

/** What an item tells of its author: who it is, and nothing else. */
function readingOf({ person, displayName }: ReadItem): PageReading {
  const { platform, handle, stableId, url, id } = person;
  return {
    platform,
    kind: 'profile',
    key: `${platform}:profile:${id}`,
    url,
    creator: {
      handle: { value: handle, source: 'url' },
      ...(stableId === undefined ? {} : { stableId: { value: stableId, source: 'url' } }),
      ...(displayName === undefined ? {} : { displayName: { value: displayName, source: 'dom' } }),
    },
    problems: [],
  };
}

/** Saves an item's author with one press, or opens the card of somebody known. */
export const saveButton: ButtonMaker = {
  kinds: ['creator', 'comment', 'post'],
  make({ page, view, group, mark, askMark, signal }) {
    const { item, host } = view;
    // `kinds` keeps out what is of nobody
    if (!item.person) return () => undefined;
    const { t } = page;
    const words = itemWords(page);
    let phase: Phase | null = null;
    const look = (): [IconName, string] => {
      if (phase) return [phase, t(phaseWords[phase])];
      return inNotebook.includes(mark() ?? 'new')
        ? ['open', words('items_open_card')]
        : ['new', t('overlay_save')];
    };
    const button = drawButton(group, ...look());
    const draw = () => {
      button.show(...look());
      const known = mark() ?? 'new';
      if (known === 'new') button.button.removeAttribute('aria-description');
      else button.button.setAttribute('aria-description', words(markWords[known]));
    };
    draw();
    const { platform, handle, stableId } = item.person;
    const flow = makeSaveFlow(
      page,
      {
        platform,
        handle,
        stableId,
        read: async () => ({
          state: 'read',
          pending: { operationId: newId(), reading: readingOf(item) },
        }),
        mark: askMark,
        opens: inNotebook,
        near: () => item.name,
        enter(next) {
          phase = next;
          draw();
        },
      },
      signal,
    );
    const guard = guardClicks(button.button, host, signal);
    button.button.addEventListener('click', (event) => void flow.clicked(event, guard), { signal });
    return draw;
  },
};
