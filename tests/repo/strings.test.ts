import { expect, test } from 'vitest';
import { lineOf, literalText, nodesOf, parse, productFiles, textOf } from '../support/source-files.ts';

/** Attributes whose value a person reads or hears. */
const spoken = [
  'title',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'placeholder',
  'alt',
  'label',
];
const word = /\p{L}{2,}/u;
const chinese = /\p{Script=Han}/u;

/** Words on a screen that stand in the code instead of the locales, as `path:line: words`. */
function literalWords(path: string, source = textOf(path)): string[] {
  const found: string[] = [];
  for (const node of nodesOf(parse(path, source))) {
    const say = (text: string) => found.push(`${path}:${lineOf(source, node.start)}: ${text.trim()}`);
    if (node.type === 'JSXText' && word.test(String(node.value))) say(String(node.value));
    if (node.type === 'JSXAttribute' && spoken.includes(String((node.name as { name?: unknown }).name))) {
      const value = node.value as { expression?: unknown } | null;
      const text = literalText(value) ?? literalText(value?.expression);
      if (text && word.test(text)) say(text);
    }
    if (node.type === 'JSXExpressionContainer') {
      const text = literalText(node.expression);
      if (text && / /.test(text) && word.test(text)) say(text);
    }
  }
  return found;
}

const drawing = productFiles().filter(
  (path) => path.startsWith('components/') || path.startsWith('entrypoints/'),
);

test('every word on a screen comes from the locales', () => {
  expect(drawing.filter((path) => path.endsWith('.tsx')).flatMap((path) => literalWords(path))).toEqual([]);
});

test('no Chinese stands in the code that draws', () => {
  const files = [...drawing, ...productFiles().filter((path) => path.startsWith('utils/page/'))];
  const literals = files.flatMap((path) =>
    nodesOf(parse(path))
      .filter((node) => chinese.test(literalText(node) ?? ''))
      .map(() => path),
  );
  expect(literals).toEqual([]);
});

test('the check sees literal words', () => {
  const source =
    'export const A = () => <p title="Save it">Hello {"two words"}<i aria-label={`More`} class="big row" /></p>;';
  expect(literalWords('components/a.tsx', source).map((line) => line.split(': ')[1])).toEqual([
    'Save it',
    'Hello',
    'two words',
    'More',
  ]);
});

const localeFiles = productFiles().filter((path) => path.startsWith('utils/i18n/locales/'));
/** What a Chinese text has otherwise: the other half's quotation marks, and signs of half width after a character. */
const foreignSigns = { zh_CN: /[「」『』]|\p{Script=Han}[,:;?!]/u, zh_TW: /[“”‘’]|\p{Script=Han}[,:;?!]/u };

test.each(['zh_CN', 'zh_TW'] as const)('the words of %s have their own signs', (language) => {
  const files = localeFiles.filter((path) => path.includes(`/${language}/`));
  expect(files.length).toBeGreaterThan(30);
  const faults = files.flatMap((path) =>
    nodesOf(parse(path))
      .map((node) => literalText(node) ?? '')
      .filter((text) => foreignSigns[language].test(text))
      .map((text) => `${path}: ${text}`),
  );
  expect(faults).toEqual([]);
});
