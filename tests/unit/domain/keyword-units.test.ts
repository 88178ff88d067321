import { expect, test } from 'vitest';
import { foldText } from '../../../utils/domain/keyword-fold.ts';
import { compatible, kindOf, learn, sign, special, unitKind } from '../../../utils/domain/keyword-units.ts';

/** All that may stand for itself, without pictures: those stay what they are. */
const units = Array.from({ length: 0xd800 }, (_none, unit) => unit).concat(
  Array.from({ length: 0x2000 }, (_none, unit) => unit + 0xe000),
);

test('what is known of units beforehand is what Unicode says', () => {
  const wrong = units.filter((unit) => {
    const fact = learn(unit);
    const text = String.fromCharCode(unit);
    if (fact >= special || /\p{Extended_Pictographic}/u.test(text)) return false;
    const kind = (fact >> sign.kind) & sign.kindBits;
    const as = String.fromCharCode(fact & sign.unit);
    if (kindOf(text) === unitKind.apostrophe) return kind !== unitKind.apostrophe || as !== "'";
    if (/^\s$/.test(text)) return kind !== unitKind.separator || as !== ' ';
    return kind !== kindOf(compatible(text)) || (as !== compatible(text) && as !== "'");
  });
  expect(wrong.map((unit) => unit.toString(16))).toEqual([]);
});

test('every folded unit knows where it stood', () => {
  const text = 'a\u200bß…ﬁ👍🏽e\u0301\u0323 İ';
  const { signs, from, length } = foldText(text);
  const places = Array.from(signs.slice(0, length), (one, at) => {
    const begin = from[at] ?? 0;
    return text.slice(begin, begin + (one >> sign.width));
  });
  expect([...new Set(places)]).toEqual(['a', 'ß', '…', 'ﬁ', '👍🏽', 'e\u0301\u0323', ' ', 'İ']);
});
