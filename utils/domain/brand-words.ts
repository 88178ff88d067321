import { tidyWords, wordKey } from './keyword-words.ts';

/** Most misspellings that are suggested: the operator reads them all before they are used. */
const mostMisspelt = 24;
/** Shorter names come out as other words. */
const shortest = 4;

const latin = /^[\p{Script=Latin}\p{N} .&'’-]+$/u;

/** Letters that are taken for each other when a name is only heard. */
const alike: readonly (readonly [string, string])[] = [
  ['ph', 'f'],
  ['ck', 'k'],
  ['qu', 'kw'],
  ['c', 'k'],
  ['s', 'z'],
  ['i', 'y'],
  ['ee', 'ea'],
  ['ou', 'u'],
  ['ei', 'ie'],
];

function* spacings(name: string): Generator<string> {
  const parts = name.split(/[\s.&'’-]+/u).filter(Boolean);
  if (parts.length > 1) {
    yield parts.join('');
    yield parts.join(' ');
    return;
  }
  const humps = name.split(/(?<=\p{Ll})(?=\p{Lu})/u);
  if (humps.length > 1) yield humps.join(' ');
}

function* slips(name: string): Generator<string> {
  const letters = [...name];
  const without = (at: number) => [...letters.slice(0, at), ...letters.slice(at + 1)].join('');
  for (const [at, letter] of letters.entries()) if (at > 0 && letter === letters[at - 1]) yield without(at);
  for (const pair of alike)
    for (const [one, other] of [pair, [...pair].reverse() as [string, string]])
      if (name.includes(one)) yield name.replace(one, other);
  for (let at = 1; at < letters.length - 2; at++) {
    const [one = '', other = ''] = letters.slice(at, at + 2);
    if (one !== other) yield [...letters.slice(0, at), other, one, ...letters.slice(at + 2)].join('');
  }
  for (let at = 1; at < letters.length - 1; at++) yield without(at);
  for (let at = 1; at < letters.length - 1; at++)
    if (letters[at] !== letters[at - 1] && letters[at] !== letters[at + 1])
      yield [...letters.slice(0, at), letters[at], ...letters.slice(at)].join('');
}

/**
 * How people misspell a name, by simple rules: written together or apart, letters doubled, left out, swapped or taken for others.
 * Names in Chinese have none: there is no rule for which sign is meant.
 * @returns in lower case, the likeliest first; a suggestion, to be read before it is used
 */
export function misspellings(name: string): string[] {
  const plain = name.trim();
  if (!latin.test(plain) || plain.replace(/[^\p{L}\p{N}]/gu, '').length < shortest) return [];
  const lower = plain.toLowerCase();
  const found = [...spacings(plain), ...slips(lower)].map((word) => word.toLowerCase().trim());
  const own = wordKey(plain);
  return tidyWords(found.filter((word) => wordKey(word) !== own)).words.slice(0, mostMisspelt);
}

/** Under which words people speak of a brand: its name, its accounts and its hashtags. */
export function brandWords(brand: {
  name: string;
  accounts: readonly { handle: string }[];
  hashtags: readonly string[];
}): string[] {
  return tidyWords([
    brand.name,
    ...brand.hashtags.map((tag) => `#${tag.trim().replace(/^[#＃]+|[#＃]+$/gu, '')}`),
    ...brand.accounts.map(({ handle }) => `@${handle.trim().replace(/^[@＠]+/u, '')}`),
  ]).words;
}
