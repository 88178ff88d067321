import { beforeEach, expect, test, vi } from 'vitest';
import { copySoon, keepAlarms } from '../../../utils/services/keep-alarms.ts';
import { browser, fakeBrowser } from '../../support/fake-imports.ts';

const set = new Map<string, object>();

beforeEach(() => {
  fakeBrowser.reset();
  set.clear();
  vi.spyOn(browser.alarms, 'get').mockImplementation(async (name) => set.get(name) as undefined);
  vi.spyOn(browser.alarms, 'create').mockImplementation(async (name, info) => {
    set.set(name, info);
  });
});

test('after a start on which the browser has forgotten every alarm both are set again', async () => {
  await keepAlarms();
  expect([...set.keys()].sort()).toEqual(['daily', 'second-copy']);
  expect(set.get('daily')).toMatchObject({ periodInMinutes: 24 * 60 });
});

test('alarms that wait already are left alone', async () => {
  await keepAlarms();
  await keepAlarms();
  await copySoon();
  expect(browser.alarms.create).toHaveBeenCalledTimes(2);
});
