import { beforeEach, expect, test, vi } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { captureFromPage } from '../../../utils/services/capture-here.ts';
import { needPart } from '../../../utils/services/need-part.ts';
import { getScreen, orderPage } from '../../../utils/services/page-screen.ts';
import { otherOrigins, reconcileScripts } from '../../../utils/services/reconcile-scripts.ts';
import { browser, fakeBrowser } from '../../support/fake-imports.ts';
import { type Machine, newMachine, pageIn } from '../../support/memory-notebook.ts';
import { profile } from '../../support/readings.ts';

let machine: Machine;
beforeEach(() => {
  fakeBrowser.reset();
  machine = newMachine();
});

const shop = 'https://nordlys-candles.example/*';
const registered = async () =>
  (
    (await browser.scripting.getRegisteredContentScripts()) as unknown as {
      matches: string[];
      js: string[];
    }[]
  )
    .map(({ matches, js }) => [matches[0], js] as const)
    .sort();

test('"always here" registers the overlay alone on that one host; a site of the registry gets its own file before it', async () => {
  await browser.permissions.request({ origins: [shop, 'https://x.com/*'] });
  await reconcileScripts([]);
  expect(await registered()).toEqual([
    [shop, ['overlay.js']],
    ['https://x.com/*', ['site-x.js', 'overlay.js']],
  ]);
  await browser.permissions.remove({ origins: [shop] });
  await reconcileScripts([]);
  expect(await registered()).toEqual([['https://x.com/*', ['site-x.js', 'overlay.js']]]);
});

test('a permission for everything, for plain http or for a wall of the registry is no wish for buttons', async () => {
  await browser.permissions.request({
    origins: ['<all_urls>', 'https://*/*', 'http://shop.example/*', 'https://*.example/*', shop],
  });
  expect(await otherOrigins()).toEqual([shop]);
});

test('a site gets its own reader, any other page the one that knows the shop systems', async () => {
  const files: unknown[] = [];
  vi.spyOn(browser.scripting, 'executeScript').mockImplementation(async (injection) => {
    if ('files' in injection) files.push(injection.files);
    return [];
  });
  const from = (url: string) => machine.call({ ...pageIn(3), url });
  await needPart({ part: 'readers' }, from('https://x.com/lin'));
  await needPart({ part: 'readers' }, from('https://nordlys-candles.example/'));
  await needPart({ part: 'items' }, from('https://x.com/lin'));
  expect(files).toEqual([['/reader-x.js'], ['/reader-web.js'], ['/items.js']]);
});

test('a page of an unknown host may speak for the shop systems and for no platform', async () => {
  const call = machine.call({ ...pageIn(3), url: 'https://nordlys-candles.example/' });
  const reading = { ...profile(), platform: 'shopify' as const };
  expect((await captureFromPage({ operationId: newId(), reading }, call)).ok).toBe(true);
  expect(await captureFromPage({ operationId: newId(), reading: profile() }, call)).toMatchObject({
    code: 'invalid',
  });
  const onX = machine.call({ ...pageIn(3), url: 'https://x.com/lin' });
  expect(await captureFromPage({ operationId: newId(), reading }, onX)).toMatchObject({ code: 'invalid' });
});

test('the popup hears what is on the screen, and nothing where no script of ours answers or it answers nonsense', async () => {
  const ask = () => getScreen({ tabId: 3 }, machine.call({ kind: 'popup' }));
  fakeBrowser.answerFromTab = () => ({
    ok: true,
    value: { people: 3, comments: 2, unanswered: null, filtered: false },
  });
  expect(await ask()).toEqual({
    ok: true,
    value: { people: 3, comments: 2, unanswered: null, filtered: false },
  });
  fakeBrowser.answerFromTab = () => ({ ok: true, value: { people: 'many' } });
  expect(await ask()).toEqual({ ok: true, value: null });
  fakeBrowser.answerFromTab = () => {
    throw new Error('Could not establish connection');
  };
  expect(await ask()).toEqual({ ok: true, value: null });
  expect(await orderPage({ tabId: 3, order: 'collect' }, machine.call({ kind: 'popup' }))).toMatchObject({
    code: 'not-found',
  });
});
