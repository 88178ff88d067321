import type { Tag, TagDetails } from '../../../utils/domain/tag.ts';
import {
  type DeadlineClock,
  type StarterTag,
  starterTags,
  type TagColour,
  type TagEffect,
  tagColours,
} from '../../../utils/domain/tag-effect.ts';

/** A tag while it is being written: every field as it stands on the screen. */
export interface TagDraft {
  name: string;
  colour: TagColour;
  effect: TagEffect;
  key: string;
  owner: string;
  /** hours, as text: empty for no deadline of its own */
  hours: string;
  clock: DeadlineClock;
  urgent: boolean;
}

/** Why a draft cannot be saved, field by field; the tag that is in the way where one is. */
export interface TagProblems {
  name?: 'needed' | Tag;
  key?: 'letter' | Tag;
  hours?: 'number';
}

const mostHours = 24 * 60;
const compared = (name: string) => name.trim().normalize('NFC').toLowerCase();

const colourOf = (colour: string): TagColour => tagColours.find((known) => known === colour) ?? 'grey';

/** @param tags of a new tag all others: it takes the next colour in turn */
export function draftOf(tag: Tag | undefined, tags: readonly Tag[]): TagDraft {
  return {
    name: tag?.name ?? '',
    colour: tag ? colourOf(tag.colour) : (tagColours[tags.length % tagColours.length] ?? 'blue'),
    effect: tag?.effect ?? 'plain',
    key: tag?.key ?? '',
    owner: tag?.owner ?? '',
    hours: tag?.deadline ? String(tag.deadline.hours) : '',
    clock: tag?.deadline?.clock ?? 'working',
    urgent: tag?.urgent ?? false,
  };
}

/** Hours as somebody wrote them; null where they are none. */
function hoursOf(words: string): number | null {
  if (!/^\d{1,4}$/.test(words.trim())) return null;
  const hours = Number(words);
  return hours >= 1 && hours <= mostHours ? hours : null;
}

/** @param others every other tag */
export function problemsOf(draft: TagDraft, others: readonly Tag[], retired: boolean): TagProblems {
  const name = others.find((tag) => compared(tag.name) === compared(draft.name));
  const key =
    draft.key === '' || retired ? undefined : others.find((tag) => tag.key === draft.key && !tag.retired);
  const isCase = draft.effect === 'case';
  return {
    ...(draft.name.trim() === '' ? { name: 'needed' as const } : name ? { name } : {}),
    ...(/^[a-z0-9]?$/.test(draft.key) ? (key ? { key } : {}) : { key: 'letter' as const }),
    ...(isCase && draft.hours.trim() !== '' && hoursOf(draft.hours) === null
      ? { hours: 'number' as const }
      : {}),
  };
}

/** What is saved of a draft without problems. */
export function detailsOf(draft: TagDraft): TagDetails {
  const { name, colour, effect, key, owner, clock, urgent } = draft;
  const hours = hoursOf(draft.hours);
  return {
    name: name.trim(),
    colour,
    ...(effect === 'plain' ? {} : { effect }),
    ...(key ? { key } : {}),
    ...(effect === 'case' && owner.trim() ? { owner: owner.trim() } : {}),
    ...(effect === 'case' && hours !== null ? { deadline: { hours, clock } } : {}),
    ...(effect === 'case' && urgent ? { urgent: true } : {}),
  };
}

/** A stored tag's own details, to save it with one thing changed. */
export function detailsOfTag(tag: Tag): TagDetails {
  const { name, colour, effect, key, owner, deadline, urgent } = tag;
  return {
    name,
    colour,
    ...(effect ? { effect } : {}),
    ...(key ? { key } : {}),
    ...(owner ? { owner } : {}),
    ...(deadline ? { deadline } : {}),
    ...(urgent ? { urgent } : {}),
  };
}

/** The tags of the default set that are not there, neither as such nor by their name. */
export function missingStarters(tags: readonly Tag[], nameOf: (starter: StarterTag) => string): StarterTag[] {
  return starterTags.filter(
    (starter) =>
      !tags.some((tag) => tag.starter === starter || compared(tag.name) === compared(nameOf(starter))),
  );
}
