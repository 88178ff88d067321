// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { contextOf, id, listOf, template } from './palette-samples.ts';
import { beginPalette, given, group, preview, search, seen, sent, show } from './palette-screen.tsx';

beforeEach(beginPalette);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('what is unknown is asked for in the same form, in the words of the menu, and goes out with the reply', async () => {
  const code = template(6, 'Code', {
    en: 'Use {{ campaign.code }} for {{ person.name }} until {{ campaign.ends | date: "short" }}. {{ campaign.code }}!',
  });
  given.list = listOf([code]);
  const context = contextOf({}, { answers: [{ name: 'campaign.code', values: ['SNOW10'] }] });
  delete (context.sight as { author?: unknown }).author;
  given.context = context;
  show();
  const field = await search();
  await seen();
  await screen.findByLabelText('Discount code');
  expect(preview()).toBe(
    'Use [Discount code is missing] for [Name is missing] until [End of the campaign is missing]. [Discount code is missing]!',
  );
  fireEvent.keyDown(field, { key: 'Enter' });
  const write = async (label: string, value: string) => {
    const input = screen.getByLabelText(label) as HTMLInputElement;
    await vi.waitFor(() => expect(document.activeElement).toBe(input));
    expect(input.value).toBe('');
    fireEvent.input(input, { target: { value } });
    fireEvent.keyDown(input, { key: 'Enter' });
  };
  expect(document.querySelector('datalist option')?.getAttribute('value')).toBe('SNOW10');
  await write('Discount code', 'FROST5');
  await write('Name', 'Ida');
  expect(sent('palette.insert')).toEqual([]);
  await write('End of the campaign', '1 December');
  await vi.waitFor(() => expect(sent('palette.insert')).toHaveLength(1));
  expect(sent('palette.insert')[0]?.input.text).toBe('Use FROST5 for Ida until 1 December. FROST5!');
  // a name is one person's and is not kept
  await vi.waitFor(() => expect(sent('template.used')).toHaveLength(1));
  expect(sent('template.used')[0]?.input.answers).toEqual([
    { name: 'campaign.code', value: 'FROST5' },
    { name: 'campaign.ends', value: '1 December' },
  ]);
});

test('an expression of which nobody knows what it means stays stopped', async () => {
  given.list = listOf([template(7, 'Odd', { en: 'See {{ brand.shops[7] }}' })]);
  show();
  const field = await search();
  await seen();
  fireEvent.keyDown(field, { key: 'Enter' });
  expect((await screen.findByRole('alert')).textContent).toContain('brand.shops[7]');
  expect(document.querySelector('[data-field]')).toBeNull();
  expect(sent('palette.insert')).toEqual([]);
});

test('another brand is chosen for this reply and kept as the current one', async () => {
  const brand = (n: number, name: string) => ({
    id: id(n),
    createdAt: '2026-11-20T10:00:00.000Z',
    updatedAt: '2026-11-20T10:00:00.000Z',
    name,
    accounts: [],
    shops: [],
    groupLink: `https://${name.toLowerCase()}.example/group`,
    officialLinks: [],
    hashtags: [],
    countries: [],
    languages: [],
  });
  given.list = listOf([group], { brands: [brand(60, 'Fjord'), brand(61, 'Glim')], currentBrandId: id(60) });
  show();
  await search();
  expect(preview()).toBe('Join https://fjord.example/group');
  fireEvent.change(screen.getByLabelText('Brand of the reply'), { target: { value: id(61) } });
  await vi.waitFor(() => expect(preview()).toBe('Join https://glim.example/group'));
  expect(sent('palette.brand')).toMatchObject([{ input: { brandId: id(61) } }]);
});

test('a reply for an editor that is gone is copied, and one of which nobody knows is not', async () => {
  const copied: string[] = [];
  vi.stubGlobal('navigator', {
    ...navigator,
    clipboard: { writeText: async (text: string) => copied.push(text) },
  });
  given.inserted = { ok: true, value: { state: 'gone', reason: 'vanished' } };
  show();
  const field = await search();
  await seen();
  fireEvent.keyDown(field, { key: 'Enter' });
  expect((await screen.findByRole('alert')).textContent).toContain('Look whether the reply stands there');
  expect(copied).toEqual([]);
  given.inserted = { ok: true, value: { state: 'gone', reason: 'removed' } };
  fireEvent.keyDown(field, { key: 'Enter' });
  await vi.waitFor(() => expect(sent('palette.close')).toMatchObject([{ input: { copied: true } }]));
  expect(copied).toEqual(['Hi Mira, in our shop!']);
});
