/** The same rules as `keyword-match.ts`, said as plainly as possible: every word is tried at every place. */

interface Sign {
  text: string;
  kind: 'spaced' | 'dense' | 'emoji' | 'apostrophe' | 'separator';
  from: number;
  to: number;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function kindOf(text: string): Sign['kind'] {
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(text)) return 'emoji';
  if (text === "'") return 'apostrophe';
  if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}]/u.test(text)) return 'dense';
  return /[\p{L}\p{N}_]/u.test(text) ? 'spaced' : 'separator';
}

/** Letters and signs of a text, without those that nobody sees. Tones are taken off: who asks for a tone compares it. */
function signsOf(text: string): Sign[] {
  const signs: Sign[] = [];
  for (const { segment, index } of graphemes.segment(text)) {
    const kind = kindOf(segment);
    const plain = segment.normalize('NFKC').replaceAll('ß', 'ss').toLowerCase().replaceAll('’', "'");
    const shown = kind === 'emoji' ? segment : plain.replaceAll('\u200b', '');
    const place = { from: index, to: index + segment.length };
    if (shown === '') continue;
    if (shown === 'ss') signs.push({ text: 'ss', kind: 'spaced', ...place });
    else signs.push({ text: /^\s$/.test(shown) ? ' ' : shown, kind: kindOf(shown), ...place });
  }
  return signs;
}

const spaced = (sign: Sign | undefined) => sign?.kind === 'spaced';
const wordy = (sign: Sign | undefined) => sign?.kind === 'spaced' || sign?.kind === 'dense';

function between(signs: Sign[], at: number): boolean {
  if (signs[at]?.kind === 'separator') return true;
  return signs[at]?.kind === 'apostrophe' && !(spaced(signs[at - 1]) && spaced(signs[at + 1]));
}

/** What stands between words as one sign. */
function joined(signs: Sign[]): { sign: Sign; at: number }[] {
  const list: { sign: Sign; at: number }[] = [];
  for (const [at, sign] of signs.entries()) {
    if (!between(signs, at)) list.push({ sign, at });
    else if (list.at(-1)?.sign.text !== ' ') list.push({ sign: { ...sign, text: ' ' }, at });
  }
  return list;
}

export function slowMatches(words: string[], text: string): { from: number; to: number; word: number }[] {
  const signs = signsOf(text);
  const result: { from: number; to: number; word: number }[] = [];
  for (const [word, written] of words.entries()) {
    const trimmed = written.trim();
    const open = trimmed.length > 1 && trimmed.endsWith('*');
    const pattern = signsOf(open ? trimmed.slice(0, -1).trimEnd() : trimmed);
    const phrase = pattern.slice(1, -1).some((sign) => sign.text === ' ');
    const said = phrase ? joined(pattern).map(({ sign }) => sign) : pattern;
    if (phrase) {
      if (said[0]?.text === ' ') said.shift();
      if (said.at(-1)?.text === ' ') said.pop();
    }
    if (said.length === 0 || !said.some((sign) => sign.kind !== 'separator' && sign.kind !== 'apostrophe'))
      continue;
    const token = !phrase && (said[0]?.text === '#' || said[0]?.text === '@') ? said[0].text : null;
    const isPhrase = said.some((sign) => sign.text === ' ' && phrase);
    const list = isPhrase ? joined(signs) : signs.map((sign, at) => ({ sign, at }));
    for (let first = 0; first < list.length; first++) {
      // as many signs as make up the letters of the word
      for (let last = first; last < list.length; last++) {
        const span = list.slice(first, last + 1).map(({ sign }) => sign);
        const letters = (some: Sign[]) =>
          some.flatMap((sign) => (sign.text === 'ss' ? ['s', 's'] : [sign.text]));
        const want = letters(said);
        const have = letters(span);
        if (have.length > want.length) break;
        const end = span.at(-1);
        const toned = end?.kind === 'emoji' && [...(said.at(-1)?.text ?? '')].length === 1;
        if (toned) have[have.length - 1] = (have.at(-1) ?? '').replace(/[\u{1f3fb}-\u{1f3ff}]$/u, '');
        if (want.join('\u0000') !== have.join('\u0000')) continue;
        const from = list[first]?.at ?? 0;
        let to = list[last]?.at ?? 0;
        if (fits(signs, from, to, said, token, open)) {
          const goesOn = token ? wordy : said.at(-1)?.kind === 'spaced' ? spaced : () => false;
          if (open) while (goesOn(signs[to + 1])) to++;
          result.push({ from: signs[from]?.from ?? 0, to: signs[to]?.to ?? 0, word });
        }
      }
    }
  }
  return result;
}

function fits(
  signs: Sign[],
  from: number,
  to: number,
  said: Sign[],
  token: string | null,
  open: boolean,
): boolean {
  const before = signs[from - 1];
  const after = signs[to + 1];
  if (token) {
    if (spaced(before) || before?.text === token) return false;
    if (open) return true;
    if (wordy(after)) return false;
    return !(token === '@' && (after?.text === '.' || after?.text === '-') && wordy(signs[to + 2]));
  }
  if (said[0]?.kind === 'spaced') {
    if (spaced(before)) return false;
    if (before?.kind === 'apostrophe' && spaced(signs[from - 2])) {
      const one = !spaced(signs[from - 3]) && signs[from - 2]?.text.length === 1;
      const qu = signs[from - 2]?.text === 'u' && signs[from - 3]?.text === 'q' && !spaced(signs[from - 4]);
      if (!one && !qu) return false;
    }
  }
  if (said.at(-1)?.kind !== 'spaced' || open) return true;
  if (spaced(after)) return false;
  if (after?.kind !== 'apostrophe' || !spaced(signs[to + 2])) return true;
  return signs[to + 2]?.text === 's' && !spaced(signs[to + 3]);
}
