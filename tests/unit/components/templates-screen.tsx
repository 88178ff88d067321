import { cleanup, configure, fireEvent, render, screen } from '@testing-library/preact';
import { vi } from 'vitest';
// loaded beforehand: the pages come at once, however busy the machine is
import '../../../components/dashboard/templates/importing/import-page.tsx';
import '../../../components/dashboard/templates/importing/import-readers.ts';
import '../../../components/dashboard/templates/handover-page.tsx';
import '../../../components/dashboard/templates/language-tools.ts';
import '../../../components/dashboard/templates/load-starter.ts';
import '../../../components/dashboard/templates/make-files.ts';
import '../../../components/dashboard/templates/preview-panel.tsx';
import '../../../components/dashboard/templates/template-page.tsx';
import '../../../components/dashboard/templates/templates-page.tsx';
import '../../../components/dashboard/templates/words/en.ts';
import { Dashboard } from '../../../components/dashboard/dashboard.tsx';
import type { Template, TemplateDetails, TemplateStatistics } from '../../../utils/domain/template.ts';
import * as client from './fake-client.ts';
import { surroundings } from './person-samples.ts';
import { brand, id, now, settings } from './sample-data.ts';

/*
 * The pages of the saved replies on a screen without a browser, for their tests.
 */

configure({ asyncUtilTimeout: 8_000 });

export { surroundings };

const at = '2026-03-01T08:00:00.000Z';

export function templateOf(n: number, over: Partial<Template> = {}): Template {
  return {
    id: id(n),
    createdAt: at,
    updatedAt: at,
    title: `Reply ${n}`,
    folder: '',
    tags: [],
    platforms: [],
    variants: [{ language: 'en', wordings: [{ id: id(n + 5_000), text: `Text ${n}` }] }],
    actions: [],
    ...over,
  };
}

export function figuresOf(n: number, used: number): TemplateStatistics {
  return {
    templateId: id(n),
    used,
    edited: 1,
    undone: 0,
    lastUsed: at,
    platforms: [{ platform: 'instagram', used, edited: 1, undone: 0 }],
  };
}

/** The notebook's templates as the fake background holds them: a save changes them. */
export function serve(templates: Template[], figures: TemplateStatistics[] = []) {
  let stored = [...templates];
  client.answer('template.list', () => ({
    templates: stored,
    mostUsed: [],
    recent: [],
    answers: [],
    brands: [{ ...brand, groupLink: 'https://chat.example/us' }],
    currentBrandId: brand.id,
  }));
  client.answer('template.statistics', { templates: figures });
  client.answer('template.versions', { versions: [] });
  client.answer('template.seen-comments', { comments: [] });
  client.answer('template.save', ({ templateId, details }: Record<string, unknown>) => {
    const known = stored.find((one) => one.id === templateId);
    const saved = {
      ...(details as TemplateDetails),
      id: known?.id ?? id(900),
      createdAt: at,
      updatedAt: '2026-03-02T12:00:00.000Z',
    };
    stored = [...stored.filter((one) => one !== known), saved];
    return saved;
  });
  return {
    change: (next: Template[]) => {
      stored = next;
    },
  };
}

/** An import of templates as the background keeps it. */
export const batchOf = (over: object = {}) => ({
  id: id(700),
  createdAt: '2026-03-02T08:00:00.000Z',
  updatedAt: '2026-03-02T08:00:00.000Z',
  kind: 'templates',
  state: 'open',
  name: 'replies.csv',
  total: 3,
  done: 0,
  created: 0,
  updated: 0,
  skipped: 0,
  ...over,
});

/** A background that takes every import. */
export function serveImports() {
  client.answer('batch.list', { batches: [] });
  client.answer('batch.begin', batchOf());
  client.answer('batch.end', batchOf({ state: 'done' }));
  client.answer('template.import', ({ templates }: Record<string, unknown>) => ({
    added: (templates as unknown[]).length,
    updated: 0,
    unchanged: 0,
  }));
}

export function setUp() {
  vi.useFakeTimers({ toFake: ['Date'], now });
  client.answer('settings.get', settings);
  client.answer('creator.rows', { rows: [], next: null, total: 0, at });
}
export function tearDown() {
  cleanup();
  client.resetClient();
  vi.clearAllMocks();
  vi.useRealTimers();
  location.hash = '';
}
export function show(hash = '#/templates') {
  location.hash = hash;
  return render(<Dashboard {...surroundings} />);
}
export const titles = () =>
  screen
    .getAllByRole('row')
    .filter((row) => row.hasAttribute('data-template'))
    .map((row) => row.querySelector('a')?.textContent);
export const button = (name: string | RegExp) => screen.findByRole<HTMLButtonElement>('button', { name });
export const press = async (name: string | RegExp) => fireEvent.click(await button(name));
export const type = async (label: string | RegExp, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });
