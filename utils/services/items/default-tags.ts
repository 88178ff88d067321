import { browser } from '#imports';
import { newId } from '../../domain/new-id.ts';
import { starterSet } from '../../domain/starter-tags.ts';
import type { Tag, TagDetails } from '../../domain/tag.ts';
import { type StarterTag, starterTags } from '../../domain/tag-effect.ts';
import { tagset as en } from '../../i18n/locales/en/tagset.ts';
import { tagset as zh_CN } from '../../i18n/locales/zh_CN/tagset.ts';
import { tagset as zh_TW } from '../../i18n/locales/zh_TW/tagset.ts';
import { chooseLanguage, makeTranslate } from '../../i18n/translate.ts';
import { starterTagsCounter } from '../../storage/counters.ts';
import type { Reader } from '../../storage/reader.ts';
import { maintain, type Unit } from '../../storage/unit-of-work.ts';
import type { Call } from '../service.ts';
import { storedSettings } from '../stored-settings.ts';
import { sameName } from '../tag-names.ts';

export interface StarterDetails {
  starter: StarterTag;
  details: TagDetails;
}

/** Whether the default set is still to be made: never again once it was, even if every tag of it was removed. */
async function lacksTags(reader: Reader): Promise<boolean> {
  return (await reader.get('counters', starterTagsCounter)) === undefined;
}

/** The default set in the language of the screens. */
async function inOwnWords(reader: Reader): Promise<StarterDetails[]> {
  const { language, market } = await storedSettings(reader);
  const words = { en, zh_CN, zh_TW };
  const t = makeTranslate(words, chooseLanguage(language, browser.i18n.getUILanguage()), market);
  return starterTags.map((starter) => ({
    starter,
    details: { ...starterSet[starter], name: t(`tag_${starter}`) },
  }));
}

/** The tag that a new one of the default set already is: by what it was made as, then by its name. */
export function alreadyThere(tags: readonly Tag[], { starter, details }: StarterDetails): Tag | undefined {
  return (
    tags.find((tag) => tag.starter === starter) ??
    tags.find((tag) => sameName(tag.name) === sameName(details.name))
  );
}

/** A tag of the default set; its key only where no other tag has it. */
export function newStarter({ starter, details }: StarterDetails, tags: readonly Tag[], unit: Unit): Tag {
  const { key, ...rest } = details;
  const isFree = !tags.some((tag) => tag.key === key);
  const row = { id: newId(Date.parse(unit.now)), createdAt: unit.now, updatedAt: unit.now };
  return { ...row, ...rest, ...(key && isFree ? { key } : {}), starter };
}

/** Makes the default set at first use. A tag that has such a name already is taken for it and stays as it is. */
async function makeDefaultTags(unit: Unit): Promise<void> {
  const tags = await unit.all('tags');
  for (const wanted of await inOwnWords(unit)) {
    const there = alreadyThere(tags, wanted);
    const tag = there ? { ...there, starter: wanted.starter } : newStarter(wanted, tags, unit);
    await unit.put('tags', tag, 'derived');
    tags.push(tag);
  }
}

/**
 * Sees to it that there are tags to choose from. Nobody asked for it, so it cannot be undone; where it cannot be written, what is there is
 * there.
 * @returns whether the set was made
 */
export async function ensureTags(call: Call): Promise<boolean> {
  const database = await call.database();
  if (!database.ok || (await database.value.get('counters', starterTagsCounter)) !== undefined) return false;
  const made = await maintain(database.value, call.now, ['tags', 'settings'], async (unit) => {
    const lacks = await lacksTags(unit);
    if (lacks) await makeDefaultTags(unit);
    return lacks;
  });
  return made.ok && made.value;
}
