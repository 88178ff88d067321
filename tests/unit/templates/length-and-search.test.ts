import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Template } from '../../../utils/domain/template.ts';
import { pinyinInitials } from '../../../utils/templates/pinyin-initials.ts';
import { replyLimits } from '../../../utils/templates/reply-limits.ts';
import { byShortcut, indexTemplates, searchTemplates } from '../../../utils/templates/search-templates.ts';
import { graphemes, textLength, weightedLength } from '../../../utils/templates/text-length.ts';

describe('X counts', () => {
  test.each([
    ['a'.repeat(280), 280],
    ['你'.repeat(140), 280],
    ['é', 1],
    ['e\u0301', 1],
    ['🙋🏽', 2],
    ['👨‍👩‍👧‍👦', 2],
    ['🇳🇴', 2],
    ['“quoted” – dash…', 17],
    ['ｆｕｌｌ', 8],
    ['한국', 4],
    ['https://kiln.example/very/long/path?with=things&more=1', 23],
    ['see https://kiln.example/a. Bye', 32],
    ['看https://kiln.example/a。好', 29],
    ['kiln.com/jug', 23],
    ['mail me at lin@kiln.com', 23],
    ['e.g. this', 9],
    ['', 0],
  ])('%j as %i', (text, weight) => {
    expect(weightedLength(text)).toBe(weight);
  });

  test('never less for more text without addresses', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z你好 😍]{0,30}$/u),
        fc.stringMatching(/^[a-z你好 😍]{0,30}$/u),
        (a, b) => {
          expect(weightedLength(`${a} ${b}`)).toBe(weightedLength(a) + 1 + weightedLength(b));
        },
      ),
    );
  });
});

test('the tighter of the site and the field counts, in its own measure', () => {
  expect(textLength('你好', 'x')).toEqual({ length: 4, limit: 280, left: 276, from: 'platform' });
  expect(textLength('你好', 'x', { maxlength: 5 })).toEqual({ length: 2, limit: 5, left: 3, from: 'field' });
  expect(textLength('a'.repeat(160), 'tiktok')).toMatchObject({ left: -10 });
  expect(textLength('你好', 'instagram', { kind: 'message' })).toMatchObject({ length: 6, limit: 1_000 });
  expect(textLength('👨‍👩‍👧‍👦!', 'weibo')).toEqual({ length: 2 });
  expect(textLength('abc', 'weibo', { maxlength: 2 })).toMatchObject({ left: -1, from: 'field' });
  expect(textLength('abc', 'weibo', { maxlength: -1 })).toEqual({ length: 3 });
  expect(graphemes('🙋🏽é')).toBe(2);
});

test('every limit says where it was read', () => {
  const names = replyLimits.map(({ platform, kind }) => `${platform} ${kind}`);
  expect(new Set(names).size).toBe(names.length);
  for (const { source } of replyLimits) expect(source).toMatch(/\d{4}/);
});

test.each([
  ['哪里买', 'nlm'],
  ['包裹到哪了', 'bgdnl'],
  ['感谢打卡', 'gxdk'],
  ['二维码', 'ewm'],
  ['啊哦', 'ao'],
  ['重庆', 'zq'],
  ['Q&A 售后', 'Q&A sh'],
  ['運費多少', 'yfds'],
  ['no Chinese', 'no Chinese'],
])('%s is found by %s', (text, initials) => {
  expect(pinyinInitials(text)).toBe(initials);
});

let number = 0;
function template(title: string, more: Partial<Template> & { text?: string } = {}): Template {
  const { text = '', ...rest } = more;
  const id = String(number++);
  const made = { id, createdAt: '', updatedAt: '', folder: '', tags: [], platforms: [], actions: [] };
  return { ...made, title, variants: [{ language: 'en', wordings: [{ id, text }] }], ...rest };
}
const titles = (list: readonly Template[]) => list.map(({ title }) => title);

describe('search', () => {
  const list = [
    template('Where is my parcel', { text: 'on its way', tags: ['delivery'], shortcut: 'parcel' }),
    template('包裹到哪了', { text: '您的包裹正在路上', folder: '售后' }),
    template('Parcel damaged', { text: 'so sorry' }),
    template('Thanks for the tag', { text: 'made our day, no parcel here' }),
    template('Größe & Farbe', { text: 'Ｓize chart' }),
  ];
  const index = indexTemplates(list);
  const find = (query: string, mostUsed: string[] = []) =>
    titles(searchTemplates(index, query, { mostUsed }));

  test('takes the shortcut first, then the title, then the text', () => {
    expect(find('parcel')).toEqual(['Where is my parcel', 'Parcel damaged', 'Thanks for the tag']);
    expect(find('delivery')).toEqual(['Where is my parcel']);
    expect(find('sorry')).toEqual(['Parcel damaged']);
  });
  test('needs every word, in any order and any case', () => {
    expect(find('PARCEL where')).toEqual(['Where is my parcel']);
    expect(find('parcel zebra')).toEqual([]);
  });
  test('forgives accents, width and letters left out', () => {
    expect(find('grosse')).toEqual([]);
    expect(find('große')).toEqual(['Größe & Farbe']);
    expect(find('größe')).toEqual(['Größe & Farbe']);
    expect(find('grö')).toEqual(['Größe & Farbe']);
    expect(find('size')).toEqual(['Größe & Farbe']);
    expect(find('dmgd')).toEqual(['Parcel damaged']);
    expect(find('zzz')).toEqual([]);
  });
  test('finds Chinese by characters and by the initials of their sounds', () => {
    expect(find('到哪')).toEqual(['包裹到哪了']);
    expect(find('bgdn')).toEqual(['包裹到哪了']);
    expect(find('sh')).toContain('包裹到哪了');
    expect(find('路上')).toEqual(['包裹到哪了']);
  });
  test('prefers what is used more where both fit as well, and gives all for nothing', () => {
    const [a, b] = [template('reply one'), template('reply two')];
    const both = indexTemplates([a, b]);
    expect(titles(searchTemplates(both, 'reply', { mostUsed: [b.id] }))).toEqual(['reply two', 'reply one']);
    expect(titles(searchTemplates(both, '  ', { mostUsed: [b.id] }))).toEqual(['reply two', 'reply one']);
    expect(searchTemplates(both, '', { limit: 1 })).toHaveLength(1);
  });
  test('a changed template is found by what it says now', () => {
    const [first] = list;
    if (!first) throw new Error('no template');
    const changed = indexTemplates([{ ...first, title: 'Zebra' }]);
    expect(titles(searchTemplates(changed, 'zebra'))).toEqual(['Zebra']);
  });
  test('a typed shortcut means one template, archived ones none', () => {
    expect(byShortcut(index, 'PARCEL')?.title).toBe('Where is my parcel');
    expect(byShortcut(index, 'parce')).toBeUndefined();
    expect(byShortcut(index, '')).toBeUndefined();
    expect(
      byShortcut(indexTemplates([template('x', { shortcut: 'x', archived: true })]), 'x'),
    ).toBeUndefined();
  });
  test('any query is answered', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        expect(searchTemplates(index, query).length).toBeLessThanOrEqual(list.length);
      }),
    );
  });
});
