/**
 * Counts as sites show them: "2,362", "12.300", "1.2万", "12,3 Mio.", "4,69 M de suscriptores". The units come from the browser's own
 * `Intl.NumberFormat` compact notation, inverted for the page's language; nothing depends on the words for followers.
 */

export interface Count {
  /** null: two readings are possible, or the unit is not known */
  value: number | null;
  /** what the page said: the number with its unit; the whole text where its digits are not Latin ones */
  raw: string;
  precision: 'exact' | 'rounded';
}

interface Locale {
  units: Map<string, number | null>;
  decimal: string;
  group: string;
}

/** Units that mean the same in every language that has them: right also where the page's language is unknown or wrong. */
const universal: Record<string, number> = {
  k: 1e3,
  тыс: 1e3,
  тис: 1e3,
  tys: 1e3,
  rb: 1e3,
  mio: 1e6,
  mln: 1e6,
  млн: 1e6,
  jt: 1e6,
  mrd: 1e9,
  mld: 1e9,
  млрд: 1e9,
  千: 1e3,
  천: 1e3,
  万: 1e4,
  萬: 1e4,
  만: 1e4,
  億: 1e8,
  亿: 1e8,
  억: 1e8,
};

/** Short words that are units somewhere and differ between languages, and the stems of long ones: no plain number stands before them. */
const perhapsUnit =
  /^(?:[bcehjlmntwт]|kk|bi|bn|bln|bio|cr|md|mi|mil|mia|mlr|mlrd|mm|mn|mr|tn|tr|tis|tuh|bin|mii|mila|ezer|elfu|ribu|juta|libo|lakh|crore|arab|duizend|hundred|百|十|兆)$|^(?:mil[lijyio]|miliar|mld|mlj|bil[liy]|bily|tril|thous|tausend|tus[ei]n|tūkst|tysi|tisí|tisuć|tisoč|tuhan|tuhat|nghìn|triệu|тыся|тися|хил|милли|мильй|мільй|мили|милиј|χιλ|εκ|δισ|ألف|آلاف|ملايين|مليون|مليار|هزار|میلی|ہزار|لاکھ|کروڑ|ארב|אלף|מיליון|हज|लाख|करो|कोटी|অ?হাজা|লাখ|কোটি|พัน|หมื่น|แสน|ล้าน)/iu;

const locales = new Map<string, Locale | null>();

function withoutMarks(text: string): string {
  return text.replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '');
}

/** Latin digits for all others, one form for each separator, plain spaces. */
function normalise(text: string): string {
  return withoutMarks(text.normalize('NFKC'))
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/٫/g, ',')
    .replace(/[٬’]/g, "'");
}

/** Unicode keeps the ten digits of a script together and in order, so the distance to the first of the run is the value. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return code <= 0x39 ? code - 0x30 : code - zero;
}

function unitKey(text: string): string {
  return normalise(text).trim().replace(/\.$/, '');
}

function localeOf(language: string | undefined): Locale | null {
  const tag = (language ?? '').replace(/_/g, '-').trim();
  if (!tag) return null;
  const known = locales.get(tag);
  if (known !== undefined) return known;
  let locale: Locale | null = null;
  try {
    if (Intl.NumberFormat.supportedLocalesOf(tag).length > 0) locale = invert(tag);
  } catch {
    // not a language tag: the page says nonsense, so its language is unknown
  }
  if (locales.size > 50) locales.clear();
  locales.set(tag, locale);
  return locale;
}

function invert(tag: string): Locale {
  const units = new Map<string, number | null>();
  const add = (unit: string, factor: number) => {
    for (const key of [unit, unit.toLowerCase()]) {
      const before = units.get(key);
      units.set(key, before === undefined || before === factor ? factor : null);
    }
  };
  for (const compactDisplay of ['short', 'long'] as const) {
    const format = new Intl.NumberFormat(tag, {
      notation: 'compact',
      compactDisplay,
      maximumFractionDigits: 1,
    });
    for (let exponent = 3; exponent <= 13; exponent++) {
      for (const digits of [1, 1.2, 2, 3, 5, 21]) {
        const amount = digits * 10 ** exponent;
        const parts = format.formatToParts(amount);
        const unit = unitKey(parts.find((part) => part.type === 'compact')?.value ?? '');
        const integer = parts.filter((part) => part.type === 'integer').map((part) => normalise(part.value));
        const fraction = parts.find((part) => part.type === 'fraction');
        const shown = Number(`${integer.join('')}.${fraction ? normalise(fraction.value) : '0'}`);
        // What was shown may be rounded; the factor itself is one significant digit.
        if (unit && shown > 0) add(unit, Number((amount / shown).toPrecision(1)));
      }
    }
  }
  const parts = new Intl.NumberFormat(tag).formatToParts(1234567.8);
  const part = (type: string) => normalise(parts.find((each) => each.type === type)?.value ?? '');
  return { units, decimal: part('decimal'), group: part('group') };
}

/** The number in front of a unit; null when the separators can be read in two ways or make no sense. */
function numberOf(digits: string, locale: Locale | null, unit: Unit | undefined): number | null {
  const hasUnit = unit !== undefined;
  const separators = digits.match(/[^\d]/g) ?? [];
  const groups = digits.split(/[^\d]/);
  const last = separators.at(-1);
  if (last === undefined) return Number(digits);
  const same = separators.every((separator) => separator === last);
  const tail = groups.at(-1) ?? '';
  const whole = (list: string[]) =>
    /^[1-9]\d{0,2}$/.test(list[0] ?? '') &&
    (list.slice(1).every((group) => group.length === 3) ||
      // India groups by two above the thousands: 12,34,567
      (last === ',' &&
        list.length > 2 &&
        list.at(-1)?.length === 3 &&
        list.slice(1, -1).every((group) => group.length === 2)));
  const joined = Number(groups.join(''));
  const asDecimal = () =>
    /[.,]/.test(last) && hasUnit ? Number(`${groups.slice(0, -1).join('')}.${tail}`) : null;
  if (!same) {
    const others = separators.slice(0, -1);
    const grouped = others.every((separator) => separator === others[0]) && whole([...groups.slice(0, -1)]);
    return grouped ? asDecimal() : null;
  }
  if (separators.length > 1) return whole(groups) ? joined : null;
  if (tail.length !== 3 || groups[0] === '0') return asDecimal();
  if (!whole(groups)) return null;
  if (last === ' ' || last === "'") return joined;
  if (hasUnit) {
    if (locale?.decimal === last) return asDecimal();
    return unit.native && locale?.group === last ? joined : null;
  }
  return locale?.decimal === last ? null : joined;
}

/** What stands before a count in languages that write the unit first ("elfu 1.2"). */
const wordBefore = /([\p{L}\p{M}]+)\s?$/u;
const wordAfter = /^\s?([\p{L}\p{M}॰]+\.?)(?:\s([\p{L}\p{M}]+\.?))?/u;
const noSpaces = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}]/u;

/** `native`: the page's own language writes this unit, so its separators hold too */
type Unit = { factor: number | null; length: number; native: boolean };

function factorOf(
  word: string,
  locale: Locale | null,
  language: string | undefined,
): number | null | undefined {
  const key = unitKey(word);
  const lower = key.toLowerCase();
  const own = locale?.units.get(key) ?? locale?.units.get(lower);
  const known = locale !== null && (locale.units.has(key) || locale.units.has(lower));
  if (/^m$/i.test(key)) return known && own !== 1e6 ? null : 1e6;
  if (known) return own ?? null;
  if (Object.hasOwn(universal, lower)) return universal[lower];
  if (lower === 'w' && /^zh/i.test(language ?? '')) return 1e4;
  return perhapsUnit.test(lower) ? null : undefined;
}

/** The unit after a number, or undefined when an ordinary word or nothing follows. */
function unitAfter(rest: string, locale: Locale | null, language: string | undefined): Unit | undefined {
  const match = wordAfter.exec(rest);
  if (!match?.[1]) return undefined;
  const unit = (word: string, length: number): Unit | undefined => {
    const factor = factorOf(word, locale, language);
    if (factor === undefined) return undefined;
    const key = unitKey(word);
    return {
      factor,
      length,
      native: locale?.units.has(key) || locale?.units.has(key.toLowerCase()) || false,
    };
  };
  const lead = rest.length - rest.trimStart().length;
  if (noSpaces.test(match[1])) {
    for (let length = Math.min(match[1].length, 8); length > 0; length--) {
      const found = unit(match[1].slice(0, length), lead + length);
      if (!found) continue;
      // "3百万": a second numeral makes it another number
      return /^[十百千万萬亿億兆]/.test(match[1].slice(length)) ? { ...found, factor: null } : found;
    }
    return undefined;
  }
  const both = match[2] ? unit(`${match[1]} ${match[2]}`, match[0].length) : undefined;
  if (both?.factor) return both;
  const found = unit(match[1], lead + match[1].length);
  if (!found) return undefined;
  // "1,2 milers de milions": a unit of units that the table does not hold
  const next = /^\s(?:de\s|d')?([\p{L}\p{M}]+)/u.exec(rest.slice(found.length))?.[1];
  return next && factorOf(next, locale, language) !== undefined ? { ...found, factor: null } : found;
}

const number = /\d+(?:[.,']\d+| (?=\d{3}(?!\d))\d{3})*/g;

/**
 * All counts of a short text, in order.
 * @param language BCP 47 tag of the page; undefined when it says none
 */
export function countsIn(text: string, language?: string): Count[] {
  const locale = localeOf(language);
  const source = normalise(text.slice(0, 2_000));
  const counts: Count[] = [];
  for (const match of source.matchAll(number)) {
    const end = match.index + match[0].length;
    const rest = source.slice(end, end + 60);
    let unit = unitAfter(rest, locale, language);
    let raw = match[0] + rest.slice(0, unit?.length ?? 0);
    const before = unit ? null : wordBefore.exec(source.slice(Math.max(0, match.index - 20), match.index));
    const prefix = before?.[1] && locale?.units.get(unitKey(before[1]));
    if (prefix && !noSpaces.test(before[1] ?? '')) {
      unit = { factor: prefix, length: 0, native: true };
      raw = before[0] + match[0];
    }
    const atLeast = /^\s?\+/.test(rest.slice(unit?.length ?? 0));
    const amount = numberOf(match[0], locale, unit);
    const value = amount === null || unit?.factor === null ? null : Math.round(amount * (unit?.factor ?? 1));
    counts.push({
      value: value !== null && Number.isSafeInteger(value) ? value : null,
      raw: `${raw.trim()}${atLeast ? '+' : ''}`,
      precision: unit || atLeast ? 'rounded' : 'exact',
    });
  }
  return counts;
}

/**
 * The one count of a text ("24.6m subscribers").
 * @returns undefined when the text has no number; a count without value when it has several, or one that can be read in two ways
 */
export function parseCount(text: string, language?: string): Count | undefined {
  const counts = countsIn(text, language);
  const first = counts[0];
  if (!first) return undefined;
  const said = text.trim().slice(0, 200);
  if (counts.length > 1) return { value: null, raw: said, precision: 'rounded' };
  return text.includes(first.raw) ? first : { ...first, raw: said };
}
