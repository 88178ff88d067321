import { expect, test } from 'vitest';
import { fillTemplate } from '../../../utils/templates/fill-template.ts';
import { canBeGiven, isRemembered, withGiven } from '../../../utils/templates/given-values.ts';
import { readPath } from '../../../utils/templates/variable-name.ts';
import { variables } from '../../../utils/templates/variables.ts';

const options = { language: 'en', now: new Date('2026-11-22T09:00:00Z') };

test('every variable of the menu can be written by hand, but the day', () => {
  expect(variables.filter(({ path }) => !canBeGiven(path)).map(({ path }) => path)).toEqual(['today']);
});

test('expressions, fields and names that every object has cannot', () => {
  for (const path of [
    'brand.shops[0]',
    'a | b',
    'ask.size',
    'cursor',
    'forloop.index',
    '__proto__.x',
    'brand.constructor',
    'brand.size',
    '',
  ])
    expect(canBeGiven(path), path).toBe(false);
});

test('what is given stands beside what is known, as text that is never read as Liquid, and touches nothing else', () => {
  const known = { brand: { name: 'Fjord' }, product: { price: { amount: '5.00', currency: 'EUR' } } };
  const given = withGiven(known, {
    'brand.group_link': '{{ brand.name }}',
    'campaign.code': 'SNOW10',
    'brand.shops': 'one shop',
    '__proto__.polluted': 'x',
  });
  const text =
    '{{ brand.name }} {{ brand.group_link }} {{ campaign.code | upcase }} {{ brand.shops | join: ", " }}';
  expect(fillTemplate(text, given, options)).toMatchObject({
    state: 'filled',
    text: 'Fjord {{ brand.name }} SNOW10 one shop',
  });
  expect(known).toEqual({
    brand: { name: 'Fjord' },
    product: { price: { amount: '5.00', currency: 'EUR' } },
  });
  expect(({} as { polluted?: string }).polluted).toBeUndefined();
});

test('only what is the same for many people is remembered', () => {
  expect(['campaign.code', 'order.number', 'product.price', 'brand.link'].map(isRemembered)).not.toContain(
    false,
  );
  expect(
    ['person.name', 'comment.text', 'creator.name', 'customer.mail', 'ask.x'].map(isRemembered),
  ).not.toContain(true);
});

test('a path is a field, a variable of the menu, or nothing that anybody knows', () => {
  expect(readPath('ask.order_number')).toEqual({ ask: 'order_number' });
  expect(readPath('ask["a b"]')).toEqual({ ask: 'a b' });
  expect(readPath('now')).toMatchObject({ variable: { key: 'today' } });
  expect(readPath('customer.mail')).toBeNull();
});
