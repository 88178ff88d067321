import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { templateDetailsSchema } from '../../../utils/domain/template.ts';
import { templateLimits } from '../../../utils/domain/template-limits.ts';
import { fillTemplate } from '../../../utils/templates/fill-template.ts';
import { previewMerge } from '../../../utils/templates/merge-preview.ts';
import { readLines } from '../../../utils/templates/read-lines.ts';
import type { ReadTemplates } from '../../../utils/templates/read-result.ts';
import { guessColumns, hasHead, readRows } from '../../../utils/templates/read-rows.ts';
import {
  readTemplateFile,
  tableHead,
  templateRows,
  writeTemplateFile,
} from '../../../utils/templates/template-file.ts';
import { id, template } from '../../support/sample-templates.ts';

const textsOf = ({ templates }: ReadTemplates) =>
  templates.map(({ details }) =>
    details.variants.flatMap(({ language, wordings }) => wordings.map(({ text }) => `${language} ${text}`)),
  );
/** Whatever was read is accepted by the store. */
function fits(read: ReadTemplates): void {
  for (const { details } of read.templates) {
    const parsed = z.safeParse(templateDetailsSchema, details);
    if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  }
}

describe('a pasted list', () => {
  test('gives one reply a line, with its language, without bullets and doubles', () => {
    const read = readLines(
      '1. Thank you so much for the love!\n\n2、亲，已经发货啦\r\n• Thank you so much for the love!\nTitle\tThe text is here',
      { fallback: 'en' },
    );
    expect(textsOf(read)).toEqual([
      ['en Thank you so much for the love!'],
      ['zh-CN 亲，已经发货啦'],
      ['en The text is here'],
    ]);
    expect(read.templates.map(({ details, line }) => [line, details.title])).toEqual([
      [1, 'Thank you so much for the love!'],
      [3, '亲，已经发货啦'],
      [5, 'Title'],
    ]);
    expect(read.problems).toEqual([{ line: 4, code: 'doubled' }]);
    fits(read);
  });
  test('keeps what cannot be filled as a draft', () => {
    const [good, broken] = readLines('Hi {{ person.name }}\nHi {{ person.name', { fallback: 'en' }).templates;
    expect(good?.details.draft).toBeUndefined();
    expect(broken?.details.draft).toBe(true);
  });
  test('of ten thousand lines is taken whole, one more is told', () => {
    const lines = Array.from({ length: templateLimits.templates }, (_line, index) => `Reply number ${index}`);
    const read = readLines(lines.join('\n'), { fallback: 'en' });
    expect(read.templates).toHaveLength(10_000);
    expect(read.problems).toEqual([]);
    expect(previewMerge([], read.templates).counts).toEqual({ new: 10_000, changed: 0, same: 0 });
    expect(readLines([...lines, 'one more'].join('\n'), { fallback: 'en' }).problems).toEqual([
      { line: 10_001, code: 'too-many' },
    ]);
  });
});

describe('a table', () => {
  test('is understood by its head, in English and Chinese', () => {
    expect(guessColumns(['Title', 'Category', 'Reply', 'Lang', 'who'], [])).toEqual([
      'title',
      'folder',
      'text',
      'language',
      'skip',
    ]);
    expect(guessColumns(['场景', '话术', '标签', '快捷短语'], [])).toEqual([
      'title',
      'text',
      'tags',
      'shortcut',
    ]);
    expect(guessColumns(['標題', '內容', '備註'], [])).toEqual(['title', 'text', 'reviewNote']);
    expect(guessColumns(['a', 'b'], [['x', 'a much longer cell']])).toEqual(['skip', 'text']);
    // without a head: what names every row differently stands before the text; what repeats would put replies together
    const bare = (names: string[]) =>
      guessColumns(
        ['', ''],
        names.map((name, at) => [name, `a much longer cell ${at}`]),
      );
    expect(bare(['x', 'y'])).toEqual(['title', 'text']);
    expect(bare(['x', 'x'])).toEqual(['skip', 'text']);
    expect(bare(['x', ''])).toEqual(['skip', 'text']);
    expect(hasHead([['标题', '内容']])).toBe(true);
    expect(hasHead([['Hello', 'You']])).toBe(false);
  });
  test('gathers languages and wordings of one title', () => {
    const rows = [
      ['Parcel', 'It is on its way', 'en', 'a, b', 'instagram;x'],
      ['Parcel', 'Already with the carrier', 'en', '', ''],
      ['Parcel', '已经在路上', 'zh', '', ''],
      ['', 'A text alone with you', '', '', ''],
      ['Empty', '', '', '', ''],
      ['', '', '', '', ''],
    ];
    const read = readRows(rows, ['title', 'text', 'language', 'tags', 'platforms'], { fallback: 'de' });
    expect(textsOf(read)).toEqual([
      ['en It is on its way', 'en Already with the carrier', 'zh-CN 已经在路上'],
      ['en A text alone with you'],
    ]);
    expect(read.templates[0]?.details).toMatchObject({ tags: ['a', 'b'], platforms: ['instagram', 'x'] });
    expect(read.problems).toEqual([{ line: 6, code: 'empty' }]);
    fits(read);
  });
  test('written by us is read again as it was', () => {
    const templates = [
      template(1, {
        shortcut: 'one',
        folder: 'A/B',
        tags: ['x', 'y'],
        platforms: ['weibo'],
        reviewOn: '2027-01-01',
        reviewNote: 'look',
      }),
      template(2, {
        variants: [
          {
            language: 'en',
            wordings: [
              { id: id(7), text: 'line\n\nline' },
              { id: id(8), text: 'two' },
            ],
          },
          { language: 'zh-TW', wordings: [{ id: id(9), text: '三' }] },
        ],
      }),
    ];
    const read = readRows(templateRows(templates), guessColumns(tableHead, []), { fallback: 'en' });
    const preview = previewMerge(templates, read.templates);
    expect(preview.counts).toEqual({ new: 0, changed: 0, same: 2 });
  });
});

describe('a file of ours', () => {
  test('comes back whole, and the same templates give the same file', () => {
    const templates = [
      template(1, {
        shortcut: 'a',
        actions: [
          { kind: 'tag-creator', tag: 'fan' },
          { kind: 'tag-item', tag: 'Praise' },
        ],
      }),
      template(2),
    ];
    const file = writeTemplateFile(templates);
    expect(writeTemplateFile(structuredClone(templates))).toBe(file);
    const read = readTemplateFile(`\uFEFF${file}`);
    expect(read.problems).toEqual([]);
    expect(read.templates.map(({ id: own, details }) => ({ id: own, ...details }))).toEqual(
      templates.map(({ createdAt: _a, updatedAt: _b, ...rest }) => rest),
    );
  });
  test.each([
    ['', 'not-the-format'],
    ['{', 'not-the-format'],
    ['[]', 'not-the-format'],
    ['{"format":"deckhand-templates","version":2,"templates":[]}', 'not-the-format'],
    ['{"format":"deckhand-templates","version":1,"templates":[{"__proto__":{"x":1}}]}', 'not-the-format'],
    ['{"format":"deckhand-templates","version":1,"templates":[null]}', 'empty'],
    [
      '{"format":"deckhand-templates","version":1,"templates":[{"variants":[{"language":"en","wordings":[""]}]}]}',
      'empty',
    ],
  ])('%s is refused as %s', (text, code) => {
    expect(readTemplateFile(text)).toMatchObject({ templates: [], problems: [{ code }] });
  });
  test('whatever stands in it, what is taken fits the store', () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    const loose = fc.record(
      {
        id: fc.oneof(fc.uuid(), value),
        title: value,
        shortcut: fc.oneof(fc.string(), value),
        folder: value,
        tags: fc.oneof(fc.array(fc.string({ maxLength: 200 })), value),
        platforms: fc.oneof(fc.array(fc.constantFrom('x', 'weibo', 'nowhere')), value),
        variants: fc.array(
          fc.record({
            language: fc.constantFrom('en', 'zh', 'zh-hant', '!!', 'pt_BR'),
            wordings: fc.array(
              fc.oneof(fc.string({ unit: 'binary' }), fc.record({ id: value, text: fc.string() })),
              { maxLength: 30 },
            ),
          }),
        ),
        actions: fc.oneof(
          fc.array(
            fc.record({
              kind: fc.constantFrom('note-touch', 'tag-creator', 'tick-item', 'x'),
              tag: value,
              item: fc.constantFrom('comments-answered', 'y'),
            }),
          ),
          value,
        ),
        reviewOn: fc.oneof(fc.constantFrom('2026-02-30', '2026-12-01'), value),
        archived: value,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(loose, { maxLength: 5 }), (templates) => {
        const text = JSON.stringify({ format: 'deckhand-templates', version: 1, templates });
        fits(readTemplateFile(text));
      }),
      { numRuns: 200 },
    );
  });
});

test('what is read can be filled', () => {
  const [only] = readLines('Hi {{ ask.name }}', { fallback: 'en' }).templates;
  const text = only?.details.variants[0]?.wordings[0]?.text ?? '';
  expect(
    fillTemplate(text, {}, { language: 'en', now: new Date(0), answers: { name: 'Mira' } }),
  ).toMatchObject({ text: 'Hi Mira' });
});
