import { expect, test } from 'vitest';
import { words as en } from '../../../components/dashboard/watch/words/en.ts';
import { words as zhCN } from '../../../components/dashboard/watch/words/zh_CN.ts';
import { words as zhTW } from '../../../components/dashboard/watch/words/zh_TW.ts';
import {
  type Change,
  changeKinds,
  layerNames,
  missingReasons,
  severities,
  snapshotCauses,
  textRegions,
  unreadableReasons,
} from '../../../utils/domain/change-kind.ts';
import { changeSentence, sayPrice, shortened } from '../../../utils/i18n/change-sentence.ts';
import { makeTranslate } from '../../../utils/i18n/translate.ts';

const all = { en, zh_CN: zhCN, zh_TW: zhTW };
const inEnglish = makeTranslate(all, 'en', 'cross-border');
const plain = (text: string) => text;
const say = (change: Omit<Change, 'severity'>, t = inEnglish) =>
  changeSentence({ severity: 'low', ...change }, t, plain);

test('a price in the words and the money of the locale', () => {
  const change = {
    kind: 'price-down',
    key: '7',
    title: 'Pillar',
    from: '1299.00 EUR',
    to: '999.50 EUR',
  } as const;
  expect(say({ ...change, percent: -23.1 })).toBe('Pillar costs less: €1,299.00 → €999.50 (-23.1%)');
  expect(say(change)).toBe('Pillar costs less: €1,299.00 → €999.50');
  const inChinese = makeTranslate(all, 'zh_CN', 'domestic');
  expect(say({ ...change, from: '129.00 CNY', to: '99.00 CNY' }, inChinese)).toBe(
    'Pillar 降价：¥129.00 → ¥99.00',
  );
  const inTaiwan = makeTranslate(all, 'zh_TW', 'cross-border');
  expect(say({ ...change, kind: 'price-up', from: '129 TWD', to: '199 TWD' }, inTaiwan)).toBe(
    'Pillar 漲價：$129.00 → $199.00',
  );
});

test('ranges and prices "from" say so; what is no price is left as it is', () => {
  expect(sayPrice('24.00–55.00 AUD', inEnglish)).toBe('A$24.00 – A$55.00');
  expect(sayPrice('24.00– AUD', inEnglish)).toBe('from A$24.00');
  expect(sayPrice('ask us', inEnglish)).toBe('ask us');
});

test('a promotion tells the struck price as money and the page’s words as they are', () => {
  expect(
    say({ kind: 'promotion-started', key: '7', title: 'Pillar', to: '39.00 EUR · Sale · 2 for 1' }),
  ).toBe('Promotion started on Pillar: instead of €39.00 · Sale · 2 for 1');
});

test.each([
  [{ kind: 'product-new', key: '7', title: 'Pillar', to: 3 }, 'New product: Pillar, at position 3'],
  [{ kind: 'product-new', key: '7', title: 'Pillar' }, 'New product: Pillar'],
  [{ kind: 'product-gone', key: '7', from: 1_200 }, '7 is gone; it stood at position 1,200'],
  [
    { kind: 'sold-out', key: '7', title: 'Pillar', from: 'in-stock', to: 'out-of-stock' },
    'Pillar is sold out',
  ],
  [{ kind: 'sold-out', key: '7', title: 'Pillar', to: 'preorder' }, 'Pillar can be pre-ordered'],
  [{ kind: 'sold-out', key: '7', title: 'Pillar', to: 'discontinued' }, 'Pillar is no longer sold'],
  [{ kind: 'title', key: 'displayName', from: 'A', to: 'B' }, 'Another name: “A” → “B”'],
  [
    { kind: 'picture', key: 'avatarUrl', from: 'https://a.example/1', to: 'https://a.example/2' },
    'Another picture: profile picture',
  ],
  [
    { kind: 'followers', key: 'followers', from: 10_000, to: 12_500, percent: 25 },
    'Followers: 10,000 → 12,500 (+25%)',
  ],
  [{ kind: 'followers', key: 'members', from: 10, to: 20 }, 'Members: 10 → 20'],
  [{ kind: 'posts', key: 'rhythm', from: 3, to: 7.5, percent: 150 }, 'Posts a week: 3 → 7.5 (+150%)'],
  [{ kind: 'text', key: 'page', from: 20, to: 31 }, 'Many texts are different: 20 went, 31 came'],
  [{ kind: 'text', key: 'main/p 1', to: 'Free delivery' }, 'New text: “Free delivery”'],
  [{ kind: 'text', key: 'main/p 1', from: 'Free delivery' }, 'Text gone: “Free delivery”'],
  [{ kind: 'layout', key: 'page', percent: 34.5 }, 'The page is built differently (34.5%)'],
  [
    { kind: 'layout', key: 'banner', from: 'https://a.example/1', to: 'https://a.example/2' },
    'Another picture in the banner',
  ],
  [{ kind: 'rating', key: 'rating', from: 4.2, to: 4.6 }, 'Rating: 4.2 → 4.6'],
  [
    { kind: 'unreadable', key: 'page', to: 'wall' },
    'The page could not be read: a login page or a check stood there',
  ],
] as [Omit<Change, 'severity'>, string][])('%o', (change, sentence) => expect(say(change)).toBe(sentence));

test('every kind is a whole sentence in every language: no key, no hole', () => {
  for (const language of ['en', 'zh_CN', 'zh_TW'] as const) {
    const t = makeTranslate(all, language, 'cross-border');
    for (const kind of changeKinds)
      for (const sides of [{}, { from: 3, to: 4, percent: 12 }, { from: 'wall', to: 'wall' }]) {
        const sentence = changeSentence({ kind, key: 'k', severity: 'low', ...sides }, t, plain);
        expect(sentence, `${language} ${kind}`).not.toMatch(/[{}]|watch_say|undefined/);
      }
  }
});

test('words that are chosen by a value exist for every value', () => {
  const keys = [
    ...changeKinds.map((kind) => `watch_kind_${kind}`),
    ...severities.map((severity) => `watch_severity_${severity}`),
    ...unreadableReasons.map((reason) => `watch_reason_${reason}`),
    ...missingReasons.map((reason) => `watch_missing_${reason}`),
    ...snapshotCauses.map((cause) => `watch_cause_${cause}`),
    ...textRegions.map((region) => `watch_region_${region}`),
  ];
  expect(keys.filter((key) => !(key in en))).toEqual([]);
  expect(layerNames).toHaveLength(4);
});

test('a text of the page is cut, on one line, and its direction of writing ends with it', () => {
  expect(shortened(`a\n\n b ${'x'.repeat(200)}`, 10)).toBe('a b xxxxx…');
  expect([...shortened('🕯'.repeat(200))]).toHaveLength(90);
  const sentence = changeSentence(
    { kind: 'product-new', key: '7', title: 'שעווה', severity: 'low' },
    inEnglish,
  );
  expect(sentence).toBe('New product: \u2068שעווה\u2069');
});
