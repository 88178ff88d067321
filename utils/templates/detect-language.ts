import { wordLanguage } from './language-words.ts';

/** What `browser.i18n.detectLanguage` says. */
export interface Detected {
  isReliable: boolean;
  languages: readonly { language: string; percentage: number }[];
}

export interface GuessedLanguage {
  /** BCP 47 as templates use it; Chinese always with its region or script: `zh-CN`, `zh-TW` */
  language: string | null;
  /** 0 (nothing) to 1 (certain by the script) */
  confidence: number;
  by: 'script' | 'detector' | 'words' | 'nothing';
}

const nothing: GuessedLanguage = { language: null, confidence: 0, by: 'nothing' };

/** What says nothing about the language: addresses, names of accounts, hashtags, pictures, numbers. */
const silent =
  /https?:\/\/\S+|www\.\S+|[@＠#＃][\p{L}\p{N}_.]+|\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u200D\uFE0F]|\p{N}/gu;

/** Characters that only one of the two ways of writing Chinese has, among those that people write every day. */
const onlySimplified =
  /[们这个吗说还没对么时来会谢问题给钱买卖东过后开关样长点货发现实价质喜欢帮国产订单请让爱见码链应该为认识图视频收费运费尺寸颜红绿蓝鞋裤级当]/gu;
const onlyTraditional =
  /[們這個嗎說還沒對麼時來會謝問題給錢買賣東過後開關樣長點貨發現實價質歡幫國產訂單請讓愛見碼鏈應該為認識圖視頻費運顏紅綠藍褲級當妳]/gu;
/** In both lists by accident of the alphabet of examples: the same in both ways of writing. */
const shared = /[题喜现该收尺寸鞋]/gu;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

function chinese(text: string): GuessedLanguage {
  const simplified = count(text.replace(shared, ''), onlySimplified);
  const traditional = count(text.replace(shared, ''), onlyTraditional);
  if (simplified === traditional) return { language: 'zh-CN', confidence: 0.6, by: 'script' };
  return { language: simplified > traditional ? 'zh-CN' : 'zh-TW', confidence: 0.95, by: 'script' };
}

function cyrillic(text: string): GuessedLanguage {
  if (/[іїєґ]/iu.test(text)) return { language: 'uk', confidence: 0.95, by: 'script' };
  if (/[ўі]/iu.test(text)) return { language: 'be', confidence: 0.8, by: 'script' };
  if (/[ђћџљњј]/iu.test(text)) return { language: 'sr', confidence: 0.8, by: 'script' };
  if (/[ыэё]/iu.test(text)) return { language: 'ru', confidence: 0.95, by: 'script' };
  return { language: 'ru', confidence: 0.7, by: 'script' };
}

function arabic(text: string): GuessedLanguage {
  if (/[ٹڈڑںےھ]/u.test(text)) return { language: 'ur', confidence: 0.9, by: 'script' };
  if (/[پچژگکی]/u.test(text)) return { language: 'fa', confidence: 0.85, by: 'script' };
  return { language: 'ar', confidence: 0.85, by: 'script' };
}

/** Scripts that one language writes, as far as comments go. */
const single: [RegExp, string][] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Lao}/gu, 'lo'],
  [/\p{Script=Myanmar}/gu, 'my'],
];

function byScript(text: string): GuessedLanguage | null {
  const letters = count(text, /\p{L}/gu);
  const latin = count(text, /\p{Script=Latin}/gu);
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(text, /\p{Script=Han}/gu);
  // a brand's name in letters does not make a Chinese question English: one character says as much as a short word
  if (kana >= 1 && (kana + han) * 2 >= latin) return { language: 'ja', confidence: 0.97, by: 'script' };
  if (han >= 1 && han * 3 >= latin) return chinese(text);
  for (const [pattern, language] of single)
    if (count(text, pattern) * 2 >= letters) return { language, confidence: 0.95, by: 'script' };
  if (count(text, /\p{Script=Cyrillic}/gu) * 2 >= letters) return cyrillic(text);
  if (count(text, /\p{Script=Arabic}/gu) * 2 >= letters) return arabic(text);
  return null;
}

/** The detector's tag as templates use it: `zh` and `zh-Hans` are `zh-CN`, `iw` is `he`, `no` is `nb`. */
export function tidyLanguage(tag: string): string | null {
  const old: Readonly<Record<string, string>> = {
    iw: 'he',
    in: 'id',
    no: 'nb',
    ji: 'yi',
    jw: 'jv',
    tl: 'fil',
  };
  try {
    const locale = new Intl.Locale(Object.hasOwn(old, tag) ? (old[tag] ?? tag) : tag.replaceAll('_', '-'));
    if (!locale.language || locale.language === 'und') return null;
    if (locale.language !== 'zh') return [locale.language, locale.region].filter(Boolean).join('-');
    if (locale.region) return `zh-${locale.region}`;
    return locale.maximize().script === 'Hant' ? 'zh-TW' : 'zh-CN';
  } catch {
    return null;
  }
}

/**
 * The language of a comment. The script decides where one language writes it, however short the text; for letters the browser's
 * detector where it is sure, for short texts a few words that people know each language by.
 * @param detected what `browser.i18n.detectLanguage` says of the same text, where it was asked
 */
export function guessLanguage(text: string, detected?: Detected): GuessedLanguage {
  const said = text.normalize('NFC').replace(silent, ' ').trim();
  if (!/\p{L}/u.test(said)) return nothing;
  const script = byScript(said);
  if (script) return script;
  const [first] = [...(detected?.languages ?? [])].sort((a, b) => b.percentage - a.percentage);
  const language = first && tidyLanguage(first.language);
  const words = wordLanguage(said);
  if (language && detected?.isReliable) {
    const confidence = Math.min(0.95, 0.5 + (first?.percentage ?? 0) / 200);
    return { language, confidence, by: 'detector' };
  }
  if (
    words &&
    (!language || words.language === language.split('-')[0] || words.hits >= 2 || said.length < 40)
  )
    return { language: words.language, confidence: Math.min(0.85, 0.45 + words.hits * 0.15), by: 'words' };
  return language ? { language, confidence: 0.35, by: 'detector' } : nothing;
}
