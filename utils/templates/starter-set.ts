import { newId } from '../domain/new-id.ts';
import type { StarterTag } from '../domain/tag-effect.ts';
import type { ReplyAction, TemplateDetails } from '../domain/template.ts';

/** Everyday situations of an operator, in the order in which a stand-in needs them. */
export const starterKeys = [
  'legit',
  'where_to_buy',
  'parcel',
  'complaint',
  'thanks_tag',
  'repost',
  'rights',
  'giveaway',
  'price',
  'restock',
  'first_letter',
  'follow_up',
  'negotiation',
  'polite_no',
  'signature',
] as const;
export type StarterKey = (typeof starterKeys)[number];

type Folder = 'trust' | 'service' | 'community' | 'creators';

interface Starter {
  /** `1` to `3`: wordings `starter_<key>_1` … */
  wordings: number;
  folder: Folder;
  shortcut: string;
  actions: ReplyAction[];
  /** of the default set: what is answered gets it, with all that follows */
  tag?: StarterTag;
}

const answered: ReplyAction = { kind: 'tick-item', item: 'comments-answered' };
/** What the words of these two ask for, and no more. */
const askToRepost: ReplyAction = { kind: 'ask-rights', scopes: ['repost'] };
const askForMore: ReplyAction = { kind: 'ask-rights', scopes: ['repost', 'ads', 'shop-page'] };
const touched: ReplyAction[] = [{ kind: 'note-touch' }, { kind: 'mark-contacted' }];

const starters: Readonly<Record<StarterKey, Starter>> = {
  legit: { wordings: 2, folder: 'trust', shortcut: 'legit', actions: [answered] },
  where_to_buy: { wordings: 3, folder: 'service', shortcut: 'buy', actions: [answered] },
  parcel: { wordings: 2, folder: 'service', shortcut: 'parcel', actions: [answered], tag: 'parcel' },
  complaint: { wordings: 2, folder: 'service', shortcut: 'sorry', actions: [answered], tag: 'complaint' },
  thanks_tag: { wordings: 3, folder: 'community', shortcut: 'thanks', actions: [answered], tag: 'praise' },
  repost: { wordings: 2, folder: 'community', shortcut: 'repost', actions: [askToRepost], tag: 'ugc' },
  rights: { wordings: 2, folder: 'community', shortcut: 'rights', actions: [askForMore], tag: 'ugc' },
  giveaway: { wordings: 2, folder: 'community', shortcut: 'giveaway', actions: [] },
  price: { wordings: 2, folder: 'service', shortcut: 'price', actions: [answered] },
  restock: { wordings: 2, folder: 'service', shortcut: 'restock', actions: [answered] },
  first_letter: { wordings: 2, folder: 'creators', shortcut: 'hello', actions: touched },
  follow_up: { wordings: 2, folder: 'creators', shortcut: 'followup', actions: touched },
  negotiation: { wordings: 2, folder: 'creators', shortcut: 'terms', actions: touched },
  polite_no: { wordings: 2, folder: 'creators', shortcut: 'no', actions: touched },
  signature: { wordings: 1, folder: 'creators', shortcut: 'sign', actions: [] },
};

/** The words of one language by their keys. */
export type StarterWords = Readonly<Record<string, string>>;

/**
 * Fill-in fields are named in the operator's language in every variant: she reads their names, and an answer holds whichever variant is
 * sent.
 */
function inOwnNames(text: string, own: StarterWords): string {
  return text.replace(/\bask\.([a-z]+)/g, (found, name: string) => {
    const named = own[`starter_ask_${name}`];
    return named === undefined ? found : `ask.${named}`;
  });
}

/**
 * The starter set: each situation once, with a variant for each language given, in the operator's words for titles and folders.
 * @param languages words by BCP 47 tag, such as `{ en, 'zh-CN': …, 'zh-TW': … }`
 * @param own whose titles and folders are taken, and whose names of the default tags (`tagset.ts`)
 */
export function starterSet(
  languages: Readonly<Record<string, StarterWords>>,
  own: StarterWords,
): TemplateDetails[] {
  return starterKeys.map((key) => {
    const { wordings, folder, shortcut, actions, tag } = starters[key];
    const tagName = tag && own[`tag_${tag}`];
    const numbers = Array.from({ length: wordings }, (_each, index) => index + 1);
    return {
      title: own[`starter_${key}`] ?? key,
      shortcut,
      folder: own[`starter_folder_${folder}`] ?? '',
      tags: [],
      platforms: [],
      variants: Object.entries(languages).map(([language, words]) => ({
        language,
        wordings: numbers.flatMap((number) => {
          const text = words[`starter_${key}_${number}`];
          return text === undefined ? [] : [{ id: newId(), text: inOwnNames(text, own) }];
        }),
      })),
      actions: tagName ? [...actions, { kind: 'tag-item', tag: tagName }] : actions,
      starter: key,
    };
  });
}
