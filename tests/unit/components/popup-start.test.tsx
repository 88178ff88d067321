// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askFirstQuestions, loadFirstLook } from '../../../components/popup/first-look.ts';
import { Popup } from '../../../components/popup/popup.tsx';
import { ok } from '../../../utils/domain/result.ts';
import * as client from './fake-client.ts';
import { quietSurroundings } from './popup-surroundings.ts';
import { now, overviewOf, settings, tabOf, today } from './sample-data.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));

const digest = { rows: [], unread: { low: 0, medium: 0, high: 0 }, staleDays: 7 };
const chosen = { ...settings, language: 'zh_CN', theme: 'dark' } as const;
async function show() {
  const first = await loadFirstLook(chosen, 'en');
  render(
    <Popup
      {...quietSurroundings}
      first={first}
      browserLanguage="en"
      openTab={() => undefined}
      openDashboard={() => undefined}
    />,
  );
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now });
  client.answer('tab.read', tabOf());
  client.answer('watch.digest', digest);
});
afterEach(() => {
  cleanup();
  client.resetClient();
  vi.useRealTimers();
});

test('with the answers there, the first picture has the day in the chosen language and theme; nothing is asked twice', async () => {
  client.answer('overview.get', overviewOf({ settings: chosen }));
  await askFirstQuestions();
  await show();
  expect(screen.getByText('关注清单')).toBeTruthy();
  expect(screen.getAllByText('Nordlicht').length).toBeGreaterThan(0);
  expect(document.documentElement.dataset.theme).toBe('dark');
  vi.useRealTimers();
  await vi.waitFor(() => expect(client.sentOf('tab.read')).toHaveLength(1));
  expect(client.sentOf('overview.get')).toEqual([{ day: today }]);
  expect(client.sentOf('watch.digest')).toHaveLength(1);
});

test('a background that does not answer soon is not waited for: the frame stands, the answer fills it', async () => {
  const done = client.hold('overview.get');
  const soon = askFirstQuestions();
  await vi.advanceTimersByTimeAsync(1_000);
  await soon;
  await show();
  expect(screen.getByText('加载中')).toBeTruthy();
  vi.useRealTimers();
  done(ok(overviewOf({ settings: chosen })));
  await screen.findByText('关注清单');
  expect(client.sentOf('overview.get')).toHaveLength(1);
});
