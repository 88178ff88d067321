import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Brand } from '../../../utils/domain/brand.ts';
import { templateDetailsSchema } from '../../../utils/domain/template.ts';
import { starter as en } from '../../../utils/i18n/locales/en/starter.ts';
import { starter as zhCN } from '../../../utils/i18n/locales/zh_CN/starter.ts';
import { tagset } from '../../../utils/i18n/locales/zh_CN/tagset.ts';
import { starter as zhTW } from '../../../utils/i18n/locales/zh_TW/starter.ts';
import { fillTemplate } from '../../../utils/templates/fill-template.ts';
import { parseTemplate } from '../../../utils/templates/parse-template.ts';
import { replyContext } from '../../../utils/templates/reply-context.ts';
import { starterKeys, starterSet } from '../../../utils/templates/starter-set.ts';
import { fillInFields } from '../../../utils/templates/variables-of.ts';

const at = '2026-03-10T09:00:00.000Z';
const brand: Brand = {
  id: '0192f0c1-2a3b-7c4d-8e5f-0123456789ab',
  createdAt: at,
  updatedAt: at,
  name: 'Kiln & Co',
  accounts: [
    { platform: 'instagram', handle: 'kilnandco', main: true },
    { platform: 'weibo', handle: 'kilncn', main: true },
    { platform: 'x', handle: 'kilnhelp', main: false },
  ],
  shops: ['https://shop.kiln.example/'],
  groupLink: 'https://groups.example/kiln',
  officialLinks: ['https://kiln.example/'],
  hashtags: ['kilnandco'],
  countries: ['GB', 'NO'],
  languages: ['en'],
};
const facts = {
  platform: 'weibo' as const,
  platformName: (platform: string) => platform,
  person: { displayName: 'Mira Holm', handle: 'mira.holm' },
  product: {
    title: 'Jug',
    price: { amount: '39.00', currency: 'EUR' },
    url: 'https://shop.kiln.example/jug',
  },
  brand,
};
const languages = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };

describe.each([
  ['English', en],
  ['简体中文', zhCN],
  ['繁體中文', zhTW],
])('the starter set in %s', (_name, own) => {
  const set = starterSet(languages, own);
  const sign = (language: string) =>
    set.find(({ shortcut }) => shortcut === 'sign')?.variants.find((each) => each.language === language)
      ?.wordings[0]?.text ?? '';
  const each = set.flatMap(({ title, variants }) =>
    variants.flatMap(({ language, wordings }) => wordings.map(({ text }) => ({ title, language, text }))),
  );

  test('has every situation in three languages, and the store takes it', () => {
    expect(set.map(({ starter }) => starter)).toEqual([...starterKeys]);
    expect(new Set(set.map(({ shortcut }) => shortcut)).size).toBe(set.length);
    for (const details of set) {
      expect(z.safeParse(templateDetailsSchema, details).error).toBeUndefined();
      expect(details.variants.map(({ language }) => language)).toEqual(['en', 'zh-CN', 'zh-TW']);
      expect(details.folder).not.toBe('');
      expect(new Set(details.variants.map(({ wordings }) => wordings.length)).size).toBe(1);
    }
  });

  test.each(each)('$title ($language) can be filled to the last variable', ({ language, text }) => {
    const snippets = { sign: sign(language) };
    expect(parseTemplate(text, { snippets }).problems).toEqual([]);
    const fields = fillInFields(text, snippets);
    const answers = Object.fromEntries(fields.map(({ name }) => [name, `<${name}>`]));
    const filled = fillTemplate(text, replyContext(facts), {
      language,
      now: new Date(at),
      snippets,
      answers,
    });
    expect(filled).toMatchObject({ state: 'filled' });
    if (filled.state !== 'filled') return;
    expect(filled.text).not.toMatch(/\{[{%]|undefined|null|NaN| {2}/);
    for (const { name } of fields) expect(filled.text).toContain(`<${name}>`);
  });

  test('names its fill-in fields in the operator’s words, in every variant the same', () => {
    const named = new Set(each.flatMap(({ text }) => fillInFields(text).map(({ name }) => name)));
    const words = Object.entries(own).flatMap(([key, word]) =>
      key.startsWith('starter_ask_') ? [word] : [],
    );
    expect([...named].sort()).toEqual(words.sort());
  });
});

test('the answer to "is this legit" proves it with our own accounts and the group, and does not go out without them', () => {
  const [legit] = starterSet({ en }, en);
  const text = legit?.variants[0]?.wordings[0]?.text ?? '';
  const fill = (own: Brand) =>
    fillTemplate(text, replyContext({ ...facts, brand: own }), { language: 'en', now: new Date(at) });
  const filled = fill(brand);
  expect(filled.state).toBe('filled');
  if (filled.state === 'filled') {
    expect(filled.text).toContain('instagram @kilnandco, weibo @kilncn');
    expect(filled.text).toContain('https://groups.example/kiln');
    expect(filled.text).not.toContain('kilnhelp');
  }
  const { groupLink: _group, ...noGroup } = brand;
  expect(fill(noGroup).state).toBe('filled');
  expect(fill({ ...brand, accounts: [] })).toMatchObject({
    state: 'unresolved',
    unresolved: [{ name: 'brand.official_accounts' }],
  });
});

test('answers to complaints, parcels and praise tag what they answer, by the names of the default tags', () => {
  const tagsOf = (own: Record<string, string>) =>
    Object.fromEntries(
      starterSet({ en }, own).flatMap(({ starter, actions }) =>
        actions.flatMap((action) => (action.kind === 'tag-item' ? [[starter, action.tag]] : [])),
      ),
    );
  expect(tagsOf({ ...zhCN, ...tagset })).toEqual({
    parcel: tagset.tag_parcel,
    complaint: tagset.tag_complaint,
    thanks_tag: tagset.tag_praise,
    repost: tagset.tag_ugc,
    rights: tagset.tag_ugc,
  });
  // without their names nothing is tagged with words that nobody knows
  expect(tagsOf(zhCN)).toEqual({});
});
