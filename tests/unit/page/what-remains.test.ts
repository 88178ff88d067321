import { expect, test } from 'vitest';
import { remainsOf } from '../../../utils/page/insert/what-remains.ts';

const text = 'Hi Mira, it is from our shop!\n\nHave a look at the blue one.';
const of = (now: string, before = '', stops: [number, number][] = []) => remainsOf(text, before, stops)(now);

test('a text is whole whatever is written around it, and however its spaces and lines are kept', () => {
  expect(of(text)).toBe('whole');
  expect(of(`ab ${text} 😀 more`)).toBe('whole');
  expect(of(text.replaceAll('\n\n', '\n').replaceAll(' ', '\u00a0'))).toBe('whole');
});

test('another word in it is a change', () => {
  expect(of(text.replace('blue', 'green'))).toBe('changed');
  expect(of(text.slice(0, 25))).toBe('changed');
});

test('an editor without it, or with other words in its place, has lost it', () => {
  expect(of('')).toBe('gone');
  expect(of('Thanks so much')).toBe('gone');
  expect(remainsOf('谢谢您的留言，我们会尽快发货。', '', [])('好的')).toBe('gone');
});

test('what stood there before is not left of it', () => {
  const before = 'Hi Mira, have a look at our shop!';
  expect(of(`${before} ${text}`, before)).toBe('whole');
  expect(of(before, before)).toBe('gone');
});

test('what is written at a stop is what the stop is for', () => {
  const name = text.indexOf('Mira');
  const stops: [number, number][] = [[name, name + 4]];
  expect(of(text.replace('Mira', 'Ida'), '', stops)).toBe('whole');
  expect(of(text.replace('Mira', 'Ida').replace('blue', 'red'), '', stops)).toBe('changed');
});
