import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { type HintRule, hintShape } from '../../../utils/domain/hint.ts';
import { readHintFile, writeHintFile } from '../../../utils/files/hint-file.ts';

const followers: HintRule = {
  platform: 'instagram',
  kind: 'profile',
  field: 'creator.followers',
  selector: 'header li:nth-of-type(2) > span',
  attribute: 'title',
};
const price: HintRule = {
  platform: 'web',
  host: 'kiln.example',
  kind: 'product',
  field: 'product.price',
  selector: '.product-price',
};
const file = (hints: unknown, more: object = {}) =>
  JSON.stringify({ format: 'deckhand-hints', version: 1, hints, ...more });

test('what is written is read again, without what makes it a record', () => {
  const record = { ...followers, id: 'x', createdAt: 'y', updatedAt: 'z' };
  const text = writeHintFile([record, price]);
  expect(readHintFile(text)).toEqual({ ok: true, hints: [followers, price] });
  expect(readHintFile(`\ufeff${text}`)).toMatchObject({ ok: true });
  expect(writeHintFile([record, price])).toBe(text);
  expect(text).not.toMatch(/createdAt|"id"/);
});

test.each([
  ['no JSON', '{', 'foreign'],
  ['another file', '{"format":"deckhand-backup","version":1,"hints":[]}', 'foreign'],
  ['no version', file([followers], { version: 'one' }), 'foreign'],
  ['a newer one', file([followers], { version: 2 }), 'newer'],
  ['nothing in it', file([]), 'empty'],
  ['too many rows', file(Array.from({ length: 501 }, () => followers)), 'too-large'],
  ['too long', ' '.repeat(1_000_001), 'too-large'],
  [
    'a key that would reach a prototype',
    `{"format":"deckhand-hints","version":1,"__proto__":{},"hints":[]}`,
    'foreign',
  ],
  ['one in a row', file([followers]).replace('"kind"', '"__proto__":{"a":1},"kind"'), 'foreign'],
  ['a constructor', file([{ ...followers, constructor: 1 }]), 'foreign'],
])('%s is refused', (_what, text, reason) => {
  expect(readHintFile(text)).toEqual({ ok: false, reason });
  expect(({} as { a?: number }).a).toBeUndefined();
});

test.each([
  ['row', 7],
  ['row', [followers]],
  ['platform', { ...followers, platform: 'myspace' }],
  ['host', { ...followers, host: 'www.instagram.com' }],
  ['host', { ...price, host: undefined }],
  ['host', { ...price, host: 'kiln.example/path' }],
  ['kind', { ...followers, kind: 'face' }],
  ['field', { ...followers, field: 'creator.emails' }],
  ['field', { ...followers, field: 'toString' }],
  ['selector', { ...followers, selector: 'a:has(b)' }],
  ['selector', { ...followers, selector: ['b'] }],
  ['attribute', { ...followers, attribute: 'onclick' }],
  ['attribute', { ...followers, attribute: 'href' }],
  ['unknown', { ...followers, script: 'alert(1)' }],
  ['double', followers],
])('a row with a wrong %s is named, and nothing of the file is taken', (part, row) => {
  expect(readHintFile(file([followers, row]))).toEqual({
    ok: false,
    reason: 'rows',
    faults: [{ row: 2, part }],
  });
});

test('whatever is let through fits what the background takes', () => {
  const schema = z.strictObject(hintShape);
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom('title', 'b', '#a', '.b > c', 'a, b', 'web', 'kiln.example', undefined),
    fc.integer(),
  );
  const row = fc.record(
    {
      platform: fc.constantFrom('instagram', 'web', 'nowhere'),
      host: part,
      kind: fc.constantFrom('profile', 'x'),
      field: fc.constantFrom('creator.bio', '__proto__'),
      selector: part,
      attribute: part,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(row, (one) => {
      const read = readHintFile(file([one]));
      if (read.ok) for (const hint of read.hints) expect(z.safeParse(schema, hint).success).toBe(true);
    }),
    { numRuns: 500 },
  );
});
