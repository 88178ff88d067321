import { beforeEach, expect, test, vi } from 'vitest';
import { injectOpenTabs, reconcileScripts } from '../../../utils/services/reconcile-scripts.ts';
import { browser, fakeBrowser } from '../../support/fake-imports.ts';

const instagram = 'https://www.instagram.com/*';
const weibo = 'https://weibo.com/*';

beforeEach(() => fakeBrowser.reset());

async function registered() {
  const scripts = (await browser.scripting.getRegisteredContentScripts()) as unknown as {
    matches: string[];
    excludeMatches?: string[];
  }[];
  return scripts.map(({ matches, excludeMatches }) => ({ matches, excludeMatches })).sort();
}

test('nothing is registered where nothing was granted', async () => {
  await reconcileScripts([]);
  expect(await registered()).toEqual([]);
});

test('a granted site gets the script, one that was taken away loses it, and a second run changes nothing', async () => {
  await browser.permissions.request({ origins: [instagram, weibo] });
  await reconcileScripts([]);
  expect((await registered()).flatMap(({ matches }) => matches).sort()).toEqual([weibo, instagram].sort());
  await browser.permissions.remove({ origins: [weibo] });
  const unregister = vi.spyOn(browser.scripting, 'unregisterContentScripts');
  const register = vi.spyOn(browser.scripting, 'registerContentScripts');
  await reconcileScripts([]);
  expect((await registered()).flatMap(({ matches }) => matches)).toEqual([instagram]);
  expect(register).not.toHaveBeenCalled();
  unregister.mockClear();
  await reconcileScripts([]);
  expect(unregister).not.toHaveBeenCalled();
});

test('registrations that the browser has forgotten come back', async () => {
  await browser.permissions.request({ origins: [instagram] });
  await reconcileScripts([]);
  await browser.scripting.unregisterContentScripts();
  await reconcileScripts([]);
  expect(await registered()).toHaveLength(1);
});

test('a host that the person switched off is left out, and comes back with the switch', async () => {
  await browser.permissions.request({ origins: [instagram] });
  await reconcileScripts([]);
  await reconcileScripts(['www.instagram.com']);
  expect(await registered()).toEqual([{ matches: [instagram], excludeMatches: ['*://www.instagram.com/*'] }]);
  await reconcileScripts([]);
  expect(await registered()).toEqual([{ matches: [instagram], excludeMatches: undefined }]);
});

test('tabs that were open get the script once; one that refuses does not stop the others', async () => {
  await browser.permissions.request({ origins: [instagram] });
  fakeBrowser.tabs = [{ id: 4 }, { id: 5 }, { id: 6 }];
  const tried: unknown[] = [];
  vi.spyOn(browser.scripting, 'executeScript').mockImplementation(async (injection) => {
    const { tabId } = (injection as { target: { tabId: number } }).target;
    tried.push(tabId);
    if (tabId === 5) throw new Error('Cannot access contents of the page');
    return [];
  });
  const query = vi.spyOn(browser.tabs, 'query');
  await injectOpenTabs();
  expect(tried).toEqual([4, 5, 6]);
  expect(query).toHaveBeenCalledWith(expect.objectContaining({ url: [instagram] }));
});
