import { render, screen } from '@testing-library/preact';
import { expect, vi } from 'vitest';
import { Palette } from '../../../components/frame/palette/palette.tsx';
import type { PaletteContext } from '../../../utils/messaging/protocol/palette.ts';
import type { TemplateList } from '../../../utils/messaging/protocol/templates.ts';
import { fakeBrowser } from '../../support/fake-imports.ts';
import { contextOf, id, listOf, template } from './palette-samples.ts';

const detect = async () => ({ isReliable: true, languages: [{ language: 'en', percentage: 100 }] });

export const where = template(1, 'Where to buy', {
  en: 'Hi {{ person.first_name }}, in our shop!',
  'zh-CN': '你好！',
});
export const parcel = template(
  2,
  'Parcel',
  { en: 'Send us {{ ask.order_number }} please' },
  { shortcut: 'parcel' },
);
export const group = template(3, 'Group', { en: 'Join {{ brand.group_link }}' });

/** What the background of these tests answers; each test changes what it is about. */
export const given: { list: TemplateList; context: PaletteContext | null; inserted: object } = {
  list: listOf([]),
  context: null,
  inserted: {},
};

/** A background that knows three replies and a comment of Mira Holm. */
export function beginPalette(): void {
  fakeBrowser.reset();
  given.list = listOf([where, parcel, group]);
  given.context = contextOf();
  given.inserted = { ok: true, value: { state: 'inserted', exact: true, cut: 0 } };
  vi.stubGlobal('IntersectionObserverEntry', class {});
  fakeBrowser.answer = (message) => {
    const { type } = message as { type: string };
    if (type === 'settings.get')
      return { ok: true, value: { language: 'en', theme: 'auto', market: 'cross-border' } };
    if (type === 'palette.context') return { ok: true, value: given.context };
    if (type === 'template.list') return { ok: true, value: given.list };
    if (type === 'palette.insert') return given.inserted;
    if (type === 'template.used') return { ok: true, value: { useId: id(90), done: [] } };
    if (type === 'palette.people')
      return {
        ok: true,
        value: {
          people: [
            { creatorId: id(50), displayName: 'Ida Storm', status: 'found', doNotContact: false },
            { creatorId: id(51), displayName: 'Noor Knits', status: 'found', doNotContact: true },
          ],
        },
      };
    return { ok: true, value: {} };
  };
}

export const sent = (type: string) =>
  fakeBrowser.sent.filter((message) => (message as { type: string }).type === type) as {
    input: Record<string, unknown>;
  }[];
export const show = () => render(<Palette browserLanguage="en-GB" detect={detect} />);
export const search = () => screen.findByRole('combobox', { name: 'Search saved replies' });
export const titles = () =>
  [...document.querySelectorAll('[role="option"] .reply-title')].map((title) => title.textContent);
export const preview = () => document.querySelector('.preview-text')?.textContent;
/** Waits until the palette counts as seen: presses before that are held. */
export const seen = () =>
  vi.waitFor(() =>
    expect((screen.getByRole('button', { name: /Insert|Copy/ }) as HTMLButtonElement).disabled).toBe(false),
  );
