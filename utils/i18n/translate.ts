import type { Settings } from '../domain/settings.ts';
import type { Language } from '../domain/vocabulary.ts';
import { formatNumber } from './format.ts';

/** What a locale must hold, given the English one: every key but the `_one` forms, which Chinese does not have. */
export type Words<En = Record<string, string>> = {
  readonly [K in keyof En as K extends `${string}_one` ? never : K]: string;
};

type Plural<K, All> = K extends `${infer Base}_one`
  ? Base
  : K extends `${infer Base}_other`
    ? `${Base}_one` extends All
      ? Base
      : K
    : K;
/** The keys `t` takes, derived from the English words; `x_one` and `x_other` are asked for as `x` with a `count`. */
export type WordKey<En> = Plural<keyof En & string, keyof En & string>;

export interface Translate<K extends string = string> {
  /** `values.count` chooses the plural form; `{name}` in the words is replaced by `values.name`. */
  (key: K, values?: Readonly<Record<string, string | number>>): string;
  readonly language: Language;
  /** BCP 47, for `Intl` and the `lang` attribute */
  readonly locale: string;
}

/**
 * Chooses the language of the screen.
 * @param choice the setting; `auto` follows the browser
 * @param browserLanguage the browser's own language, BCP 47, such as `zh-Hant-HK` or `de`
 */
export function chooseLanguage(choice: Settings['language'], browserLanguage: string): Language {
  if (choice !== 'auto') return choice;
  const parts = browserLanguage.toLowerCase().split(/[-_]/);
  if (parts[0] !== 'zh') return 'en';
  if (parts.includes('hans')) return 'zh_CN';
  return parts.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh_TW' : 'zh_CN';
}

/** The locale for numbers and dates: the browser's own where it is of the chosen language (en-GB stays en-GB). */
export function chooseLocale(language: Language, browserLanguage: string): string {
  if (language === 'zh_TW') return /-hk\b/i.test(browserLanguage) ? 'zh-HK' : 'zh-TW';
  if (language === 'zh_CN') return 'zh-CN';
  return /^en(-|$)/i.test(browserLanguage) ? browserLanguage : 'en';
}

/** The operator's word for Creator, filled in for `{creator}`: 红人 across borders, 达人 at home; Taiwan says 網紅. */
function creatorWord(language: Language, market: Settings['market']): string {
  if (language === 'en') return 'creator';
  if (language === 'zh_TW') return '網紅';
  return market === 'domestic' ? '达人' : '红人';
}

/**
 * Makes `t` for one surface that carries all languages.
 * @param words the surface's words in every language, keys flat
 * @param locale for `Intl`; by default the plain locale of the language
 */
export function makeTranslate<En extends Record<string, string>>(
  words: { readonly en: En } & Readonly<Record<Language, Words<En>>>,
  language: Language,
  market: Settings['market'],
  locale = chooseLocale(language, ''),
): Translate<WordKey<En>> {
  return translateWith<En>(words[language], language, market, locale);
}

/** The same for a surface that loads the words of one language only. */
export function translateWith<En extends Record<string, string>>(
  words: Words<En>,
  language: Language,
  market: Settings['market'],
  locale = chooseLocale(language, ''),
): Translate<WordKey<En>> {
  const chosen: Record<string, string> = words;
  const plural = new Intl.PluralRules(locale);
  const builtIn = { creator: creatorWord(language, market) };

  const translate = (key: string, values: Readonly<Record<string, string | number>> = {}): string => {
    const count = values.count;
    const text =
      (typeof count === 'number' ? chosen[`${key}_${plural.select(count)}`] : undefined) ??
      chosen[key] ??
      chosen[`${key}_other`] ??
      key;
    const all: Readonly<Record<string, string | number>> = { ...builtIn, ...values };
    return text.replace(/\{(\w+)\}/g, (found, name: string) => {
      const value = Object.hasOwn(all, name) ? all[name] : undefined;
      if (value === undefined) return found;
      return typeof value === 'number' ? formatNumber(locale, value) : value;
    });
  };
  return Object.assign(translate, { language, locale });
}
