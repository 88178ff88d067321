import { describe, expect, test } from 'vitest';
import type { RecentUse, Variant } from '../../../utils/domain/template.ts';
import {
  chooseVariant,
  counterpart,
  fittingFirst,
  sameWording,
} from '../../../utils/templates/choose-variant.ts';
import {
  chooseWording,
  nextWording,
  paceHint,
  usedInThread,
} from '../../../utils/templates/choose-wording.ts';
import { guessLanguage, tidyLanguage } from '../../../utils/templates/detect-language.ts';
import { firstName, plainName } from '../../../utils/templates/first-name.ts';

const variant = (language: string, ...ids: string[]): Variant => ({
  language,
  wordings: ids.map((id) => ({ id, text: id })),
});

describe('the language of a comment', () => {
  test.each([
    ['多少钱', 'zh-CN'],
    ['请问还有货吗？', 'zh-CN'],
    ['請問還有貨嗎', 'zh-TW'],
    ['多少錢呢', 'zh-TW'],
    ['这个是真的吗 kiln & co', 'zh-CN'],
    ['可愛い', 'ja'],
    ['これはどこで買えますか Kiln', 'ja'],
    ['예뻐요', 'ko'],
    ['сколько стоит? это ручная работа?', 'ru'],
    ['скільки коштує?', 'uk'],
    ['كم السعر؟', 'ar'],
    ['قیمت چنده؟', 'fa'],
    ['ราคาเท่าไหร่', 'th'],
    ['πόσο κάνει;', 'el'],
    ['Where did you get this?', 'en'],
    ['omg so cute 😍', 'en'],
    ['¿Dónde puedo comprar?', 'es'],
    ['Quanto custa o frete?', 'pt'],
    ['Combien ça coûte ?', 'fr'],
    ['wie teuer ist das?', 'de'],
    ['berapa harga kak', 'id'],
    ['bao nhiêu vậy shop ơi', 'vi'],
    ['bu ne kadar?', 'tr'],
  ])('%s is %s without any help', (text, language) => {
    expect(guessLanguage(text).language).toBe(language);
  });

  test.each(['😍😍', '@mira #kiln https://kiln.example', '123', '', '?!'])('%j tells nothing', (text) => {
    expect(guessLanguage(text)).toEqual({ language: null, confidence: 0, by: 'nothing' });
  });

  test('a sure detector is believed about letters, an unsure one is not against the words', () => {
    const says = (language: string, isReliable: boolean) => ({
      isReliable,
      languages: [{ language, percentage: 98 }],
    });
    expect(guessLanguage('Hvor kan man finde den her henne', says('da', true))).toMatchObject({
      language: 'da',
      by: 'detector',
    });
    expect(guessLanguage('how much is it', says('cy', false))).toMatchObject({ language: 'en', by: 'words' });
    expect(guessLanguage('Kiln wow', says('no', false))).toMatchObject({ language: 'nb', confidence: 0.35 });
    // the script is not a matter of opinion
    expect(guessLanguage('好看', says('ja', true)).language).toBe('zh-CN');
  });

  test.each([
    ['zh', 'zh-CN'],
    ['zh-Hant', 'zh-TW'],
    ['zh-HK', 'zh-HK'],
    ['zh_TW', 'zh-TW'],
    ['iw', 'he'],
    ['no', 'nb'],
    ['pt-br', 'pt-BR'],
    ['und', null],
    ['not a tag', null],
  ])('%s is written %s', (tag, wanted) => {
    expect(tidyLanguage(tag)).toBe(wanted);
  });
});

describe('the variant', () => {
  const variants = [variant('en', 'a'), variant('pt-BR', 'b'), variant('zh-TW', 'c')];
  test.each([
    ['en', 'en', 'exact', true],
    ['en-GB', 'en', 'language', true],
    ['pt', 'pt-BR', 'language', true],
    ['zh-HK', 'zh-TW', 'language', true],
    ['zh-CN', 'zh-TW', 'writing', true],
    ['de', 'pt-BR', 'fallback', false],
    [null, 'pt-BR', 'fallback', true],
  ])('for %s is %s (%s)', (language, chosen, fit, fits) => {
    expect(chooseVariant(variants, language, ['fr', 'pt'])).toMatchObject({
      variant: { language: chosen },
      fit,
      fits,
    });
  });

  test('without a fallback that fits is the first, and without wordings there is none', () => {
    expect(chooseVariant(variants, 'de', [])).toMatchObject({
      variant: { language: 'en' },
      fit: 'any',
      fits: false,
    });
    expect(chooseVariant([variant('en')], 'en', ['en'])).toBeNull();
  });

  test('templates that fit come first, the rest keep their order', () => {
    const list = [
      { variants: [variant('en', 'a')] },
      { variants: [variant('de', 'b')] },
      { variants: [variant('en', 'c')] },
    ];
    expect(fittingFirst(list, 'de').map(({ variants: [only] }) => only?.wordings[0]?.id)).toEqual([
      'b',
      'a',
      'c',
    ]);
    expect(fittingFirst(list, null)).toEqual(list);
  });

  test('its counterpart is in the working language, the wording in the same place', () => {
    const [english, chinese] = [variant('en', 'a1', 'a2'), variant('zh-CN', 'z1', 'z2', 'z3')];
    const found = counterpart([english, chinese], english, 'zh-CN');
    expect(found).toBe(chinese);
    expect(sameWording(english, 'a2', chinese)?.id).toBe('z2');
    expect(counterpart([english, chinese], chinese, 'zh-CN')).toBeNull();
    expect(counterpart([english], english, 'zh-CN')).toBeNull();
  });
});

const now = new Date(2026, 10, 20, 12);
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
function used(wordingId: string, minutes: number, where: Partial<RecentUse> = {}): RecentUse {
  return {
    at: ago(minutes),
    templateId: 't',
    wordingId,
    platform: 'instagram',
    samePost: false,
    sameThread: false,
    ...where,
  };
}

describe('the wording', () => {
  const three = variant('en', 'a', 'b', 'c');
  const yesterday = 24 * 60;
  test('is one that was used neither on this post nor today, while one is left', () => {
    expect(chooseWording(three, [], now)).toMatchObject({ wording: { id: 'a' }, repeats: 'none' });
    expect(chooseWording(three, [used('a', 5)], now)).toMatchObject({
      wording: { id: 'b' },
      repeats: 'none',
    });
    expect(chooseWording(three, [used('a', 5), used('b', yesterday, { samePost: true })], now)).toMatchObject(
      { wording: { id: 'c' }, repeats: 'none' },
    );
  });
  test('rather repeats a day than a post, and the longest ago of those', () => {
    const all = [used('a', 5, { samePost: true }), used('b', 9), used('c', 7)];
    expect(chooseWording(three, all, now)).toMatchObject({ wording: { id: 'b' }, repeats: 'day' });
    const onPost = ['a', 'b', 'c'].map((id, index) => used(id, 30 - index, { samePost: true }));
    expect(chooseWording(three, onPost, now)).toMatchObject({ wording: { id: 'a' }, repeats: 'post' });
  });
  test('goes through all of them before any comes again', () => {
    const uses: RecentUse[] = [];
    for (let turn = 0; turn < 9; turn++) {
      const chosen = chooseWording(three, uses, now);
      uses.push(used(chosen?.wording.id ?? '', 60 - turn, { samePost: true }));
    }
    const ids = uses.map(({ wordingId }) => wordingId).join('');
    expect(ids).toBe('abcabcabc');
  });
  test('can be changed by hand, round and round', () => {
    expect(nextWording(three, 'a')?.id).toBe('b');
    expect(nextWording(three, 'c')?.id).toBe('a');
    expect(nextWording(variant('en', 'a'), 'a')?.id).toBe('a');
  });
  test('there is none without wordings', () => {
    expect(chooseWording(variant('en'), [], now)).toBeNull();
  });
});

test('the same text in the same thread is told with its time', () => {
  const uses = [
    used('a', 50, { sameThread: true }),
    used('a', 20, { sameThread: true }),
    used('a', 1),
    used('b', 1, { sameThread: true }),
  ];
  expect(usedInThread(uses, 'a')).toEqual({ at: ago(20) });
  expect(usedInThread(uses, 'c')).toBeNull();
});

describe('a pause is suggested', () => {
  const many = (count: number, minutes: number, id = 'x') =>
    Array.from({ length: count }, () => used(id, minutes));
  test('after many replies in a few minutes or an hour on this site, and after the same one again and again', () => {
    expect(paceHint(many(9, 2), 'instagram', 'y', now)).toBeNull();
    expect(paceHint(many(10, 2), 'instagram', 'y', now)).toEqual({ kind: 'many', replies: 10, minutes: 5 });
    expect(paceHint(many(60, 30), 'instagram', 'y', now)).toEqual({ kind: 'many', replies: 60, minutes: 60 });
    expect(paceHint(many(5, 30), 'instagram', 'x', now)).toEqual({ kind: 'same', replies: 5, minutes: 60 });
  });
  test('not for another site, and not for what is long ago', () => {
    expect(paceHint(many(99, 2), 'weibo', 'x', now)).toBeNull();
    expect(paceHint(many(99, 61), 'instagram', 'x', now)).toBeNull();
  });
});

test.each([
  ['Mira Holm', 'Mira'],
  ['Mira Holm | ceramics', 'Mira'],
  ['✨ MIRA ✨ handmade', 'Mira'],
  ['Dr. Noor Aziz (she/her)', 'Noor'],
  ['林小陶 Lin', '林小陶 Lin'],
  ['陶艺小林｜手作', '陶艺小林'],
  ['Anne-Marie', 'Anne-Marie'],
  ["O'Neil", "O'Neil"],
  ['J. R.', 'J. R.'],
  ['🌸🌸', undefined],
  ['123', undefined],
  [undefined, undefined],
])('%s is greeted as %s', (name, wanted) => {
  expect(firstName(name)).toBe(wanted);
});

test('a name loses what stands behind it, never everything', () => {
  expect(plainName('Noor • knits • DM for orders')).toBe('Noor');
  expect(plainName('| |')).toBe('| |');
});
