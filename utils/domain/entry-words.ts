/** How texts are compared: full-width and half-width letters, capitals and spaces make no difference. */
export const folded = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** A word of a tag or name: letters of any script, digits, and what platforms allow in them. */
const word = String.raw`[\p{L}\p{N}\p{M}_·・]`;
const hashtag = new RegExp(`[#＃](${word}+)`, 'gu');
/** Not inside a word before it: an e-mail address names nobody. */
const mention = new RegExp(
  String.raw`(?<![\p{L}\p{N}._+-])[@＠](${word}(?:[\p{L}\p{N}\p{M}_·・.-]*${word})?)`,
  'gu',
);

const found = (text: string, pattern: RegExp) =>
  new Set([...text.matchAll(pattern)].map(([, name = '']) => folded(name)));

/** The hashtags of a text, without `#`, folded; each once. */
export const hashtagsIn = (text: string): Set<string> => found(text, hashtag);

/** The names that a text mentions, without `@`, folded; each once. */
export const mentionsIn = (text: string): Set<string> => found(text, mention);

/** A hashtag as the operator wrote it, with or without `#`, as it is compared. */
export const plainHashtag = (tag: string): string =>
  folded(tag)
    .replace(/^#+|#+$/g, '')
    .trim();

/**
 * Tells whether a text carries a hashtag. Between two signs, as Weibo writes its topics, one may hold spaces and any sign.
 * @returns for tags as `plainHashtag` gives them
 */
export function hashtagSeeker(text: string): (tag: string) => boolean {
  const written = hashtagsIn(text);
  const whole = folded(text);
  return (tag) => tag !== '' && (written.has(tag) || whole.includes(`#${tag}#`));
}

/** Shorter texts are written alike by many: "done", "参加". */
const tellingLength = 12;

/**
 * What of a text is compared to find copies: without the names and tags that everybody writes.
 * @returns null where too little is left to tell a copy from a coincidence
 */
export function copyOf(text: string): string | null {
  const own = folded(text.replace(mention, ' ').replace(hashtag, ' ')).replace(/[^\p{L}\p{N}]+/gu, '');
  return [...own].length < tellingLength ? null : own;
}
