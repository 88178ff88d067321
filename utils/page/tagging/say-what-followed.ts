import type { TagDone, TagEffect } from '../../domain/tag-effect.ts';
import type { TaggedKey } from '../../i18n/locales/en/tagged.ts';
import type { Translate } from '../../i18n/translate.ts';
import { write } from '../../messaging/client.ts';
import type { Page } from '../page.ts';

/** What nobody sees follow is not said. */
const followed: Partial<Record<TagEffect, TaggedKey>> = {
  case: 'tagged_case',
  ugc: 'tagged_ugc',
  fan: 'tagged_fan',
  spam: 'tagged_spam',
  idea: 'tagged_idea',
  giveaway: 'tagged_giveaway',
};

/** What happened and what followed from it, in fixed words: no tag's name and nobody's. */
export function whatFollowed(words: Translate<TaggedKey>, { effects, tagged }: TagDone): string {
  const first = words(tagged ? 'tagged_done' : 'tagged_off');
  const rest = effects.flatMap((effect) => (followed[effect] ? [words(followed[effect])] : []));
  // no space between sentences in Chinese
  return [first, ...rest].join(words.language === 'en' ? ' ' : '');
}

/** Says it with the way back. */
export function sayWhatFollowed(page: Page, words: Translate<TaggedKey>, done: TagDone): void {
  const takeBack = async () => {
    const result = await write('operation.undo', { undo: done.operationId });
    if (!result.ok && result.code === 'stale') return page.stepBack(true);
    page.toast(page.t(result.ok ? 'overlay_undone' : 'overlay_undo_failed'));
  };
  page.toast(whatFollowed(words, done), { label: page.t('overlay_undo'), run: () => void takeBack() });
}
