// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutTo } from '../../../utils/page/insert/fit.ts';
import { holds } from '../../../utils/page/insert/read-text.ts';
import { flatOffset, flatten, mapText, placeAt } from '../../../utils/page/insert/text-map.ts';

const family = '👩‍👩‍👧‍👦';

/** An editor with a text node for each string, lines in paragraphs. */
function editorWith(lines: string[][]): HTMLElement {
  const host = document.createElement('div');
  for (const parts of lines) {
    const line = host.appendChild(document.createElement('p'));
    for (const part of parts) line.appendChild(document.createElement('span')).append(part);
  }
  document.body.replaceChildren(host);
  return host;
}

test('padding and line ends are not text; the joiner inside an emoji is', () => {
  expect(flatten(`\ufeffa\u200b\u00a0b\r\n${family}\u2060`)).toBe(`a b${family}`);
});

test('what an empty editor shows as a hint is not its text', () => {
  const host = editorWith([['Hi']]);
  const hint = document.createElement('span');
  hint.setAttribute('data-slate-placeholder', 'true');
  hint.append('Write here');
  host.append(hint);
  expect(mapText(host).flat).toBe('Hi');
});

test('places between elements count what is before them', () => {
  const host = editorWith([['ab', 'c'], ['de']]);
  const map = mapText(host);
  expect(flatOffset(map, host, 0)).toBe(0);
  expect(flatOffset(map, host, 1)).toBe(3);
  expect(flatOffset(map, host, 2)).toBe(5);
  const [first] = host.children;
  expect(first && flatOffset(map, first, 1)).toBe(2);
});

test('at the end of a line there are two places, and each can be asked for', () => {
  const host = editorWith([['ab'], ['cd']]);
  const map = mapText(host);
  expect(placeAt(map, 2, 'behind')).toMatchObject({ node: map.nodes[0]?.node, offset: 2 });
  expect(placeAt(map, 2, 'before')).toMatchObject({ node: map.nodes[1]?.node, offset: 0 });
});

test('a place and its distance from the start belong together, whatever the padding', () => {
  const part = fc.stringMatching(/^[ab \u200b\ufeff\u00a0\n]{0,6}$/);
  fc.assert(
    fc.property(fc.array(fc.array(part, { maxLength: 3 }), { maxLength: 4 }), (lines) => {
      const map = mapText(editorWith(lines));
      for (let flat = 1; flat <= map.flat.length; flat++) {
        const behind = placeAt(map, flat, 'behind');
        const before = placeAt(map, flat - 1, 'before');
        expect(behind && flatOffset(map, behind.node, behind.offset)).toBe(flat);
        expect(before && flatOffset(map, before.node, before.offset)).toBe(flat - 1);
      }
    }),
  );
});

test('what is cut fits and ends where a character ends', () => {
  expect(cutTo(`ab${family}`, 5)).toBe('ab');
  expect(cutTo(`ab${family}`, 13)).toBe(`ab${family}`);
  expect(cutTo('e\u0301e\u0301', 3)).toBe('e\u0301');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, room) => {
      const cut = cutTo(text, room);
      expect(cut.length).toBeLessThanOrEqual(room);
      expect(text.startsWith(cut)).toBe(true);
    }),
  );
});

const expected = { before: 'ab cd', selected: '', text: 'Hi\n\nAna 👍' };

test.each([
  ['as it was written', 'ab Hi\n\nAna 👍cd', true],
  ['with other empty lines and padding', 'ab Hi\nAna\u00a0👍\ufeffcd\n', true],
  ['not at all', 'ab cd', false],
  ['without a line', 'ab Ana 👍cd', false],
  ['with its lines run together', 'ab HiAna 👍cd', false],
  ['twice', 'ab Hi\n\nAna 👍Hi\n\nAna 👍cd', false],
  ['in the place of what was there', 'Hi\n\nAna 👍', false],
  ['with its lines in another order', 'ab Ana 👍\n\nHicd', false],
])('a text that is there %s', (_how, now, there) => {
  expect(holds(now, expected)).toBe(there);
});

test('what was selected has to be gone', () => {
  const replacing = { before: 'ab ;th', selected: ';th', text: 'Hi' };
  expect(holds('ab Hi', replacing)).toBe(true);
  expect(holds('ab ;thHi', replacing)).toBe(false);
});
