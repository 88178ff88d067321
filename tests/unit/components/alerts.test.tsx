// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { withRule } from '../../../components/dashboard/alerts-rules.tsx';
import { Dashboard } from '../../../components/dashboard/dashboard.tsx';
import { changeKinds } from '../../../utils/domain/change-kind.ts';
import { defaultSettings } from '../../../utils/domain/default-settings.ts';
import type { Settings } from '../../../utils/domain/settings.ts';
import { severityOf } from '../../../utils/domain/severity.ts';
import * as client from './fake-client.ts';
import { surroundings } from './person-samples.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));

let settings: Settings;
let outcome: 'granted' | 'denied' | 'missing';
let allowed: boolean;
const request = vi.fn(async () => {
  allowed = outcome === 'granted';
  return outcome;
});

// the first loading of a page may take its time; that is not asked here
beforeAll(async () => {
  await import('../../../components/dashboard/settings.tsx');
  await import('../../../components/dashboard/watch/words/en.ts');
});
beforeEach(() => {
  settings = { ...defaultSettings };
  outcome = 'granted';
  allowed = false;
  client.answer('settings.get', () => settings);
  client.answer('brand.list', { brands: [] });
  client.answer('settings.save', ({ changes }: { changes: Partial<Settings> }) => {
    settings = { ...settings, ...changes };
    client.announce('settings');
    return settings;
  });
  location.hash = '#/settings';
});
afterEach(() => {
  cleanup();
  client.resetClient();
  vi.clearAllMocks();
});

async function show() {
  render(
    <Dashboard
      {...surroundings}
      browserLanguage="en"
      requestNotifications={request}
      hasNotifications={async () => allowed}
    />,
  );
  const box = await screen.findByRole('checkbox', { name: 'Notifications' });
  await waitFor(() => expect(box).toHaveProperty('disabled', false));
}
const box = (name: string) => screen.getByRole('checkbox', { name }) as HTMLInputElement;
const group = (name: string) => within(screen.getByRole('group', { name }));
const saved = () => client.sentOf('settings.save').map(({ changes }) => changes);

describe('notifications', () => {
  test('are off; the browser is asked in the click, and they are on when it agreed', async () => {
    await show();
    expect(box('Notifications').checked).toBe(false);
    expect(screen.queryByRole('checkbox', { name: 'Quiet hours' })).toBeNull();
    fireEvent.click(box('Notifications'));
    // browsers ask only inside the click: it must not wait for anything before
    expect(request).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(saved()).toEqual([{ notifications: true }]));
    await waitFor(() => expect(box('Notifications').checked).toBe(true));
    expect(box('Quiet hours').checked).toBe(true);
  });

  test.each([
    ['denied', /was not allowed to show notifications/],
    ['missing', /offers no notifications here/],
  ] as const)('stay off where the browser says %s, and the page says why', async (said, words) => {
    outcome = said;
    await show();
    fireEvent.click(box('Notifications'));
    await screen.findByText(words);
    expect(saved()).toEqual([]);
    expect(box('Notifications').checked).toBe(false);
  });

  test('whose permission was taken away are shown as off, with a word', async () => {
    settings = { ...settings, notifications: true };
    await show();
    expect(box('Notifications').checked).toBe(false);
    expect(screen.getByText(/permission was taken away/)).toBeTruthy();
  });

  test('have their grades and hours; an empty time is not saved', async () => {
    settings = { ...settings, notifications: true };
    allowed = true;
    await show();
    fireEvent.click(group('Changes that are notified').getByRole('checkbox', { name: 'Notable' }));
    await waitFor(() => expect(saved()).toEqual([{ notifySeverities: ['medium', 'high'] }]));
    const from = screen.getByLabelText('Quiet from');
    fireEvent.change(from, { target: { value: '' } });
    fireEvent.change(from, { target: { value: '22:15' } });
    await waitFor(() => expect(saved().at(-1)).toEqual({ quietHours: { from: '22:15', until: '08:00' } }));
    expect(saved()).toHaveLength(2);
    fireEvent.click(box('Quiet hours'));
    await waitFor(() => expect(saved().at(-1)).toEqual({ quietHours: null }));
  });
});

test('the toolbar button counts the grades chosen', async () => {
  await show();
  const grades = group('Unread changes counted on the toolbar button');
  expect(grades.getAllByRole('checkbox').map((each) => (each as HTMLInputElement).checked)).toEqual([
    true,
    true,
    false,
  ]);
  fireEvent.click(grades.getByRole('checkbox', { name: 'Important' }));
  await waitFor(() => expect(saved()).toEqual([{ badgeSeverities: ['medium'] }]));
});

test('the days until a page is stale are saved when they are days', async () => {
  await show();
  const days = screen.getByLabelText('Days until a page counts as not looked at');
  fireEvent.change(days, { target: { value: '0' } });
  fireEvent.change(days, { target: { value: '14' } });
  await waitFor(() => expect(saved()).toEqual([{ staleDays: 14 }]));
});

describe('the table of what matters', () => {
  test('has every kind; a cell saves its rule, and one press brings the table back', async () => {
    await show();
    const table = screen.getByRole('table');
    expect(within(table).getAllByRole('rowheader')).toHaveLength(changeKinds.length);
    const reset = screen.getByRole('button', { name: 'Back to Deckhand’s table' }) as HTMLButtonElement;
    expect(reset.disabled).toBe(true);
    fireEvent.change(screen.getByLabelText('Sold out: Counts as'), { target: { value: 'high' } });
    await waitFor(() => expect(saved()).toEqual([{ severityRules: { 'sold-out': { base: 'high' } } }]));
    fireEvent.change(screen.getByLabelText('Price down: Important from %'), { target: { value: '' } });
    const both = { 'sold-out': { base: 'high' }, 'price-down': { base: 'low', mediumFrom: 5 } };
    await waitFor(() => expect(saved().at(-1)).toEqual({ severityRules: both }));
    expect(screen.queryByLabelText('Sold out: Important from %')).toBeNull();
    await waitFor(() => expect(reset.disabled).toBe(false));
    fireEvent.click(reset);
    await waitFor(() => expect(saved().at(-1)).toEqual({ severityRules: {} }));
  });

  test('a second change builds on the first, also before the notebook has said anything', async () => {
    await show();
    client.answer('settings.save', settings);
    const base = screen.getByLabelText('Price down: Counts as') as HTMLSelectElement;
    fireEvent.change(base, { target: { value: 'medium' } });
    await screen.findByText('· changed');
    fireEvent.change(screen.getByLabelText('Price down: Important from %'), { target: { value: '70' } });
    const rule = { base: 'medium', mediumFrom: 5, highFrom: 70 };
    await waitFor(() => expect(saved().at(-1)).toEqual({ severityRules: { 'price-down': rule } }));
  });

  test('what could not be saved is not shown as saved', async () => {
    await show();
    client.refuse('settings.save', 'quota');
    const base = screen.getByLabelText('Price down: Counts as') as HTMLSelectElement;
    fireEvent.change(base, { target: { value: 'high' } });
    await waitFor(() => expect(saved()).toHaveLength(1));
    await waitFor(() => expect(base.value).toBe('low'));
  });

  test('a rule that is as Deckhand has it is none', () => {
    const rules = withRule({}, 'title', { base: 'high' });
    expect(rules).toEqual({ title: { base: 'high' } });
    expect(withRule(rules, 'title', { base: 'low', mediumFrom: undefined })).toEqual({});
  });

  test('a rule takes the place of the whole default, and only of its kind', () => {
    const rules = { 'price-down': { base: 'low' as const, highFrom: 40 } };
    expect(severityOf('price-down', -39, rules)).toBe('low');
    expect(severityOf('price-down', -40, rules)).toBe('high');
    expect(severityOf('price-up', 39, rules)).toBe('high');
  });
});
