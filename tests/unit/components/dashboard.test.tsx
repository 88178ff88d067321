// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Dashboard } from '../../../components/dashboard/dashboard.tsx';
import { ok } from '../../../utils/domain/result.ts';
import type { RecoveryStatus } from '../../../utils/messaging/protocol.ts';
import * as client from './fake-client.ts';
import { brand, id, settings } from './sample-data.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));

let granted: string[] = [];
const props = {
  platforms: [
    { id: 'instagram' as const, hosts: ['www.instagram.com', 'instagram.com'] },
    { id: 'weibo' as const, hosts: ['*.weibo.com'] },
  ],
  requestHosts: vi.fn(async (origins: string[]) => {
    granted = [...granted, ...origins];
    return true;
  }),
  removeHosts: vi.fn(async (origins: string[]) => {
    granted = granted.filter((origin) => !origins.includes(origin));
    return true;
  }),
  grantedHosts: async () => granted,
  requestNotifications: async () => 'denied' as const,
  hasNotifications: async () => false,
  openShortcuts: vi.fn(),
  identify: (url: string) =>
    url === 'https://weibo.com/pine' ? { platform: 'weibo' as const, handle: 'pine' } : null,
  saveFile: vi.fn(),
  keepStorage: async () => true,
  version: '1.2.3',
};
const show = (route: string) => {
  location.hash = route;
  return render(<Dashboard browserLanguage="en" {...props} />);
};
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));

beforeEach(() => {
  granted = [];
  client.answer('settings.get', settings);
  client.answer('brand.list', { brands: [brand] });
  client.answer('settings.save', settings);
});
afterEach(() => {
  cleanup();
  client.resetClient();
  vi.clearAllMocks();
});

test('first run: the chosen platforms are asked for in the click, and what was granted is said', async () => {
  show('#/welcome');
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Instagram' }));
  const allow = screen.getByRole('button', { name: 'Allow the chosen sites' });
  await waitFor(() => expect(allow).toHaveProperty('disabled', false));
  fireEvent.click(allow);
  // browsers ask only inside the click: it must not wait for anything before
  expect(props.requestHosts).toHaveBeenCalledWith(['https://www.instagram.com/*', 'https://instagram.com/*']);
  await screen.findByText('The chosen sites are allowed.');
  expect(await screen.findByRole('checkbox', { name: 'Instagram · Allowed' })).toHaveProperty(
    'disabled',
    true,
  );
});

test('first run: a refusal is said with the way that works without', async () => {
  props.requestHosts.mockResolvedValueOnce(false);
  show('#/welcome');
  fireEvent.click(await screen.findByRole('checkbox', { name: 'All https websites' }));
  await press('Allow the chosen sites');
  expect(props.requestHosts).toHaveBeenCalledWith(['https://*/*']);
  await screen.findByText(/did not allow them/);
});

test('first run: brand with an account from its address, then done', async () => {
  client.answer('brand.list', { brands: [] });
  client.answer('settings.get', { ...settings, firstRunDone: false, currentBrandId: null });
  client.answer('brand.save', brand);
  show('#/welcome');
  await press('Skip');
  await press('Finish');
  await screen.findByText('Write the brand’s name.');
  expect(client.sentOf('brand.save')).toEqual([]);

  fireEvent.input(screen.getByLabelText('Brand name'), { target: { value: ' Harbour & Pine ' } });
  const address = screen.getByLabelText('Own accounts');
  fireEvent.input(address, { target: { value: 'https://elsewhere.example/x' } });
  await waitFor(() => expect(screen.getByRole('button', { name: 'Add' })).toHaveProperty('disabled', false));
  await press('Add');
  await screen.findByText(/No profile was recognised/);
  fireEvent.input(address, { target: { value: 'weibo.com/pine' } });
  await waitFor(() => expect(screen.queryByText(/No profile was recognised/)).toBeNull());
  fireEvent.keyDown(address, { key: 'Enter' });
  await screen.findByText('Weibo @pine');
  await press('Finish');
  await screen.findByText('Ready for today');
  expect(client.sentOf('brand.save')[0]).toMatchObject({
    details: { name: 'Harbour & Pine', accounts: [{ platform: 'weibo', handle: 'pine', main: true }] },
  });
  expect(client.sentOf('brand.save')[0]).not.toHaveProperty('details.groupLink');
  expect(client.sentOf('settings.save')[0]).toMatchObject({ changes: { firstRunDone: true } });
});

test('first run: when the end cannot be stored it is not claimed', async () => {
  client.answer('settings.get', { ...settings, firstRunDone: false });
  client.refuse('settings.save', 'quota');
  show('#/welcome');
  await press('Skip');
  await press('Skip');
  await screen.findByText(/The disk is full/);
  expect(screen.queryByText('Ready for today')).toBeNull();
});

test('a setting is saved at once and "Saved" waits for the answer', async () => {
  const done = client.hold('settings.save');
  show('#/settings');
  fireEvent.change(await screen.findByLabelText('Theme'), { target: { value: 'dark' } });
  expect((await screen.findByText(/Saving…/)).textContent).not.toContain('Saved');
  expect(client.sentOf('settings.save')[0]).toMatchObject({ changes: { theme: 'dark' } });
  done(ok({ ...settings, theme: 'dark' }));
  await screen.findByText('Saved');
});

test('a site is switched off by its hosts, and its access taken away', async () => {
  granted = ['https://*.weibo.com/*', 'https://one.example/*'];
  show('#/settings');
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Show buttons on Weibo' }));
  await waitFor(() =>
    expect(client.sentOf('settings.save')[0]).toMatchObject({ changes: { sitesOff: ['*.weibo.com'] } }),
  );
  await press('Take away access to Weibo');
  expect(props.removeHosts).toHaveBeenCalledWith(['https://*.weibo.com/*']);
  await waitFor(() => expect(screen.queryByRole('checkbox', { name: 'Show buttons on Weibo' })).toBeNull());
  expect(screen.getByText('one.example')).toBeTruthy();
});

test('with several brands the current one can be chosen', async () => {
  client.answer('brand.list', { brands: [brand, { ...brand, id: id(2), name: 'Second' }] });
  show('#/settings');
  fireEvent.change(await screen.findByLabelText('Current brand'), { target: { value: id(2) } });
  await waitFor(() =>
    expect(client.sentOf('settings.save')[0]).toMatchObject({ changes: { currentBrandId: id(2) } }),
  );
});

// without these the fake document knows no such events
Object.assign(HTMLElement.prototype, { ondragstart: null, ondragend: null, ondragover: null, ondrop: null });

test('the languages of a brand are put in order by buttons that take the focus along, and by dragging', async () => {
  client.answer('brand.list', { brands: [{ ...brand, languages: ['en', 'de', 'es'] }] });
  client.answer('brand.save', brand);
  show('#/settings');
  await press('Edit Harbour & Pine');
  const list = within(await screen.findByRole('list', { name: 'Languages you answer in' }));
  const order = () => list.getAllByRole('listitem').map((row) => row.getAttribute('data-code'));
  await press('Move Spanish up');
  await waitFor(() => expect(order()).toEqual(['en', 'es', 'de']));
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Spanish up');
  await press('Move Spanish up');
  await waitFor(() => expect(order()).toEqual(['es', 'en', 'de']));
  // at the top there is only the way down
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Spanish down');
  const [first, , last] = list.getAllByRole('listitem');
  if (!first || !last) throw new Error('three languages were there');
  fireEvent.dragStart(last);
  fireEvent.dragOver(first);
  fireEvent.drop(first);
  await waitFor(() => expect(order()).toEqual(['de', 'es', 'en']));
  fireEvent.change(screen.getByLabelText('Languages you answer in', { selector: 'select' }), {
    target: { value: 'ja' },
  });
  await press('Remove English');
  await press('Save');
  await waitFor(() =>
    expect(client.sentOf('brand.save')[0]).toMatchObject({ details: { languages: ['de', 'es', 'ja'] } }),
  );
});

test('an account claimed elsewhere survives an edit that began before', async () => {
  client.answer('brand.save', brand);
  show('#/settings');
  await press('Edit Harbour & Pine');
  fireEvent.input(screen.getByLabelText('Brand name'), { target: { value: 'Harbour' } });
  const claimed = { platform: 'x', handle: 'harbour', main: true };
  client.answer('brand.list', { brands: [{ ...brand, accounts: [claimed] }] });
  client.announce('brands');
  await screen.findByText('X @harbour');
  await press('Save');
  await waitFor(() =>
    expect(client.sentOf('brand.save')[0]).toMatchObject({
      brandId: id(1),
      details: { name: 'Harbour', accounts: [claimed] },
    }),
  );
});

const lost: RecoveryStatus = {
  state: 'vanished',
  remembered: { creators: 132, at: '2026-03-01T10:00:00.000Z' },
  secondCopy: { at: '2026-03-01T08:00:00.000Z', creators: 131, records: 1_894 },
};

test('recovery: the copy is previewed, confirmed and its result said', async () => {
  client.refuse('settings.get', 'recovery');
  client.answer('recovery.status', lost);
  client.answer('recovery.restore', { records: 1_894 });
  show('#/recovery');
  await screen.findByText(/with 131 creators and 1,894 records/);
  await press('Restore this copy');
  expect(client.sentOf('recovery.restore')).toEqual([]);
  const dialog = await screen.findByRole('dialog');
  client.answer('recovery.status', { state: 'healthy' });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Restore this copy' }));
  await screen.findByText('1,894 records restored. You can go on working.');
});

test('recovery: starting empty needs the words typed', async () => {
  client.answer('recovery.status', { ...lost, secondCopy: undefined });
  client.answer('recovery.start-empty', {});
  show('#/recovery');
  await screen.findByText(/no second copy/);
  await press('Start empty');
  const dialog = await screen.findByRole('dialog');
  const confirm = within(dialog).getByRole('button', { name: 'Start empty' });
  expect(confirm).toHaveProperty('disabled', true);
  fireEvent.input(within(dialog).getByLabelText('Confirmation'), { target: { value: 'Start Empty' } });
  await waitFor(() => expect(confirm).toHaveProperty('disabled', false));
  fireEvent.click(confirm);
  await screen.findByText('A new, empty notebook is ready.');
  expect(client.sentOf('recovery.start-empty')).toHaveLength(1);
});

test('watched pages: looked at on visits by a setting, pictured on visits by the browser’s own permission', async () => {
  show('#/settings');
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Snapshot watched pages when I visit them' }));
  expect(client.sentOf('settings.save')[0]).toMatchObject({ changes: { snapshotOnVisit: false } });
  const pictures = () => screen.getByRole<HTMLInputElement>('checkbox', { name: 'Pictures on every visit' });
  await waitFor(() => expect(pictures().disabled).toBe(false));
  expect(pictures().checked).toBe(false);
  fireEvent.click(pictures());
  expect(props.requestHosts).toHaveBeenCalledWith(['<all_urls>']);
  await waitFor(() => expect(pictures().checked).toBe(true));
  props.removeHosts.mockResolvedValueOnce(false);
  fireEvent.click(pictures());
  await screen.findByText('The browser did not change it.');
  expect(pictures().checked).toBe(true);
});

test('settings of a damaged notebook lead to recovery; an unknown route is the settings', async () => {
  client.refuse('settings.get', 'recovery');
  show('#/nowhere');
  const main = await screen.findByRole('main');
  expect(within(main).getByRole('link', { name: 'Recovery' }).getAttribute('href')).toBe('#/recovery');
});
