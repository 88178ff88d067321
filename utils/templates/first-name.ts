/** What people put behind their name: "Mira Holm | ceramics", "Noor • knits", "Lin (she/her)". */
const afterName = /\s*(?:[|｜•·/\\~:：,，()（）[\]【】「」]|\s[-–—]\s|📍|✨).*$/u;
const pictures = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200D|\uFE0F)+/gu;
const titles = /^(mr|mrs|ms|miss|dr|prof|sir|the)\.?$/i;

/** A display name without pictures and what stands behind it. */
export function plainName(displayName: string): string {
  const bare = displayName.normalize('NFKC').replace(pictures, ' ').replace(/\s+/g, ' ').trim();
  return bare.replace(afterName, '').trim() || bare;
}

/**
 * How somebody is greeted. Of a name in letters the first word; of a Chinese, Japanese or Korean one the whole, because nobody can tell
 * from outside which part may be used alone, and it greets politely as it is. Undefined where nothing of the name is a word.
 */
export function firstName(displayName: string | undefined): string | undefined {
  if (displayName === undefined) return undefined;
  const name = plainName(displayName);
  if (!/\p{L}/u.test(name)) return undefined;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(name)) return name;
  const words = name.split(' ').filter((word) => /\p{L}{2,}/u.test(word) && !titles.test(word));
  const [word] = words;
  if (word === undefined) return name;
  const letters = word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  // shouted names are written as a name again
  return letters.length > 3 && letters === letters.toUpperCase()
    ? letters.charAt(0) + letters.slice(1).toLowerCase()
    : letters;
}
