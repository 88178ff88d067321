// @vitest-environment happy-dom
// loaded beforehand: the page comes at once, however busy the machine is
import '../../../components/dashboard/activity/about-page.tsx';
import '../../../components/dashboard/settings.tsx';
import { readFileSync } from 'node:fs';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { libraries } from '../../../components/dashboard/activity/libraries.ts';
import { Dashboard } from '../../../components/dashboard/dashboard.tsx';
import * as client from './fake-client.ts';
import { surroundings } from './person-samples.ts';
import { settings } from './sample-data.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));

const show = (route = '#/about') => {
  location.hash = route;
  return render(<Dashboard {...surroundings} />);
};
beforeEach(() => {
  client.answer('settings.get', settings);
  client.answer('brand.list', { brands: [] });
});
afterEach(() => {
  cleanup();
  client.resetClient();
  location.hash = '';
});

test('about says the version, what is stored and what is never done', async () => {
  client.answer('suppression.count', { count: 0 });
  show();
  await screen.findByText('Version 1.2.3');
  expect(screen.getByText(/stays in this browser profile/)).toBeTruthy();
  expect(screen.getByText(/Send, post, like, follow/)).toBeTruthy();
  await screen.findByText('Nobody so far.');
  // with nobody there, there is nothing to lift
  expect(screen.queryByRole('button', { name: 'Allow again' })).toBeNull();
});

test('a profile that asked not to be stored is allowed again by its address', async () => {
  client.answer('suppression.count', { count: 2 });
  client.answer('suppression.lift', { lifted: true });
  show();
  await screen.findByText('2 profiles are never stored.');
  const address = screen.getByLabelText<HTMLInputElement>('Allow a profile again, by its address');
  fireEvent.input(address, { target: { value: 'https://weibo.com/mara' } });
  client.answer('suppression.count', { count: 1 });
  await act(() => undefined);
  fireEvent.submit(address.form as HTMLFormElement);
  await screen.findByText('Weibo @mara can be stored again.');
  expect(client.sentOf('suppression.lift')[0]).toMatchObject({
    account: { platform: 'weibo', handle: 'mara', url: 'https://weibo.com/mara' },
  });
  await screen.findByText('1 profile is never stored.');
  await waitFor(() => expect(address.value).toBe(''));
});

test('an address that was not among them is said, and stays to be corrected', async () => {
  client.answer('suppression.count', { count: 1 });
  client.answer('suppression.lift', { lifted: false });
  show();
  const address = await screen.findByLabelText<HTMLInputElement>('Allow a profile again, by its address');
  fireEvent.input(address, { target: { value: 'https://weibo.com/nobody' } });
  await act(() => undefined);
  fireEvent.submit(address.form as HTMLFormElement);
  await screen.findByText(/Weibo @nobody was not among them/);
  expect(address.value).toBe('https://weibo.com/nobody');
});

test('the settings lead to it', async () => {
  show('#/settings');
  const link = await screen.findByRole('link', { name: /what Deckhand never does/ });
  expect(link.getAttribute('href')).toBe('#/about');
});

test('every library that is shipped is named with its licence', () => {
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  const shipped = Object.keys(read('package.json').dependencies as object);
  // what is called otherwise than its package
  const names: Record<string, string> = {
    preact: 'Preact',
    zod: 'Zod',
    papaparse: 'Papa Parse',
    uplot: 'uPlot',
  };
  for (const dependency of shipped) {
    const licence = read(`node_modules/${dependency}/package.json`).license;
    const named = libraries.find(({ name }) => name === (names[dependency] ?? dependency));
    expect(named?.licence, dependency).toBe(licence);
  }
});
