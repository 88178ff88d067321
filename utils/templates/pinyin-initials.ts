/*
 * The first sound of a Chinese character, without a table of characters: the browser sorts Chinese by pinyin, and the first characters of
 * each letter in that order are its bounds. There are no i, u and v: no syllable begins with them.
 */
const letters = 'abcdefghjklmnopqrstwxyz';
const firsts = [...'阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀'];

interface Order {
  compare(a: string, b: string): number;
}
let order: Order | null | undefined;

/** The browser's order by pinyin; null where it has none (a build without Chinese): then nothing is found by initials. */
function pinyinOrder(): Order | null {
  if (order !== undefined) return order;
  const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
  const known = collator.compare('七', '八') > 0 && collator.compare('波', '七') < 0;
  order = known ? collator : null;
  return order;
}

const found = new Map<string, string>();
const han = /\p{Script=Han}/u;

function initialOf(sign: string, { compare }: Order): string {
  let low = 0;
  let high = firsts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (compare(firsts[middle] ?? '', sign) <= 0) low = middle;
    else high = middle - 1;
  }
  return compare(firsts[0] ?? '', sign) <= 0 ? (letters[low] ?? '') : '';
}

/**
 * A text with each Chinese character replaced by the letter its sound begins with, everything else left as it is: 哪里买 → `nlm`. A
 * character with several sounds gets the one that the browser sorts it by.
 */
export function pinyinInitials(text: string): string {
  const sorted = pinyinOrder();
  if (!sorted || !han.test(text)) return text;
  let initials = '';
  for (const sign of text) {
    if (!han.test(sign)) {
      initials += sign;
      continue;
    }
    let letter = found.get(sign);
    if (letter === undefined) {
      letter = initialOf(sign, sorted) || sign;
      if (found.size > 20_000) found.clear();
      found.set(sign, letter);
    }
    initials += letter;
  }
  return initials;
}
