import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import type { PageReading } from '../../../utils/domain/page-reading.ts';
import { askInPopup } from '../../../utils/services/ask-in-popup.ts';
import { captureAndShow, captureFromPage } from '../../../utils/services/capture-here.ts';
import { claimAccount } from '../../../utils/services/claim-account.ts';
import { lookAtTab } from '../../../utils/services/look-at-tab.ts';
import { openCard } from '../../../utils/services/open-card.ts';
import { closeFrame, frameContext, sizeFrame } from '../../../utils/services/relay-frame.ts';
import { saveBrand } from '../../../utils/services/save-brand.ts';
import { tabFrames } from '../../../utils/services/show-in-frame.ts';
import { browser, fakeBrowser } from '../../support/fake-imports.ts';
import { dashboard, frameIn, type Machine, newMachine, pageIn } from '../../support/memory-notebook.ts';
import { profile } from '../../support/readings.ts';

let machine: Machine;

beforeEach(() => {
  fakeBrowser.reset();
  machine = newMachine();
});
afterEach(() => vi.restoreAllMocks());

/** The tab whose page, once the readers are in it, gives this reading. */
function tabShows(reading: PageReading | null): void {
  vi.spyOn(browser.scripting, 'executeScript').mockImplementation(async (injection) => {
    if (reading === null) throw new Error('Cannot access contents of the page');
    if (!('func' in injection)) return [{}];
    // the address first, then the reading with what it shall use
    const result = 'args' in injection ? { title: 'A page', url: reading.url, reading } : reading.url;
    return [{ result }];
  });
}

const wall: PageReading = {
  platform: 'instagram',
  kind: 'blocked',
  key: null,
  url: 'https://www.instagram.com/behind.a.wall/',
  problems: [{ field: 'page', reason: 'blocked' }],
};

const mira = () => profile();
/** The page's script as the browser names it, on a page of Instagram. */
const onPage = (tabId: number) => ({ ...pageIn(tabId), url: 'https://www.instagram.com/mira.bakes/' });

test('a capture prepares the card of its own tab, and only of that one', async () => {
  const result = await captureFromPage({ operationId: newId(), reading: mira() }, machine.call(onPage(7)));
  if (!result.ok) throw new Error(result.code);
  const shown = await frameContext({}, machine.call(frameIn(7)));
  expect(shown).toMatchObject({
    ok: true,
    value: { surface: 'creator-card', outcome: 'created', creatorId: result.value.creatorId },
  });
  expect(await frameContext({}, machine.call(frameIn(8)))).toEqual({ ok: true, value: null });
  expect(machine.announced.flat()).toContain('frame');
});

test('a page may speak only of the platform on which it stands', async () => {
  const input = { operationId: newId(), reading: mira() };
  for (const url of [
    'https://x.com/mira.bakes',
    'https://instagram.com.evil.example/mira.bakes/',
    undefined,
  ]) {
    const caller = { ...pageIn(7), ...(url ? { url } : {}) };
    expect(await captureFromPage(input, machine.call(caller))).toMatchObject({ ok: false, code: 'invalid' });
  }
  expect(await tabFrames.of(7)).toBeNull();
});

test('a wall is named in the card and nothing is written', async () => {
  const result = await captureFromPage({ operationId: newId(), reading: wall }, machine.call(onPage(7)));
  expect(result).toMatchObject({ ok: false, code: 'wall' });
  expect(await tabFrames.of(7)).toEqual({ surface: 'problem', code: 'wall', url: wall.url });
});

test('the command reads the tab, saves, and has the script there open the card', async () => {
  tabShows(mira());
  fakeBrowser.answerFromTab = () => ({ ok: true });
  await captureAndShow(9, machine.call(pageIn(9)));
  expect(await tabFrames.of(9)).toMatchObject({ surface: 'creator-card', outcome: 'created' });
  expect(fakeBrowser.sentToTabs).toEqual([
    { tabId: 9, message: { type: 'card.show' }, options: { frameId: 0 } },
  ]);
});

test('the command on a page that cannot be read opens the popup, which says so', async () => {
  tabShows(null);
  const popup = vi.spyOn(browser.action, 'openPopup');
  await captureAndShow(9, machine.call(pageIn(9)));
  expect(await tabFrames.of(9)).toMatchObject({ surface: 'problem', code: 'no-access' });
  expect(popup).toHaveBeenCalledOnce();
});

test('a reading that no reader of ours would give is not saved', async () => {
  vi.spyOn(browser.scripting, 'executeScript').mockResolvedValue([
    { result: { title: 'x', url: 'https://x.com/a', reading: { ...mira(), platform: 'elsewhere' } } },
  ]);
  await captureAndShow(9, machine.call(pageIn(9)));
  expect(await tabFrames.of(9)).toMatchObject({ surface: 'problem' });
});

test('the popup learns what the tab shows and what the notebook knows of it', async () => {
  fakeBrowser.tabs = [{ id: 3, active: true, url: mira().url }];
  tabShows(mira());
  const look = () => lookAtTab({}, machine.call({ kind: 'popup' }));
  expect(await look()).toMatchObject({ ok: true, value: { state: 'read', tabId: 3, mark: 'new' } });
  const saved = await captureFromPage({ operationId: newId(), reading: mira() }, machine.call(onPage(3)));
  if (!saved.ok) throw new Error(saved.code);
  expect(await look()).toMatchObject({ value: { mark: 'known', creatorId: saved.value.creatorId } });
  tabShows(null);
  expect(await look()).toEqual({ ok: true, value: { state: 'unreadable', reason: 'no-access' } });
});

test('a popup opened as a tab looks at the page that was used before it', async () => {
  fakeBrowser.tabs = [
    { id: 1, active: false, lastAccessed: 10, url: 'https://x.com/older' },
    { id: 2, active: true, lastAccessed: 30, url: browser.runtime.getURL('/popup.html') },
    { id: 3, active: false, lastAccessed: 20, url: mira().url },
  ];
  tabShows(mira());
  expect(await lookAtTab({}, machine.call({ kind: 'popup' }))).toMatchObject({ value: { tabId: 3 } });
});

test('the badge of our own account opens "this is us", of a known creator the card, of nobody a problem', async () => {
  const { platform } = mira();
  const handle = mira().creator?.handle?.value ?? '';
  const open = (tabId: number) => openCard({ platform, handle }, machine.call(pageIn(tabId)));
  expect(await open(1)).toMatchObject({ ok: false, code: 'not-found' });
  expect(await tabFrames.of(1)).toMatchObject({ surface: 'problem', code: 'not-found', handle });
  await captureFromPage({ operationId: newId(), reading: mira() }, machine.call(onPage(2)));
  expect(await open(2)).toEqual({ ok: true, value: {} });
  expect(await tabFrames.of(2)).toMatchObject({ surface: 'creator-card', outcome: 'opened' });

  const details = {
    name: 'Nordlys',
    shops: [],
    officialLinks: [],
    hashtags: [],
    countries: [],
    languages: [],
  };
  await saveBrand({ operationId: newId(), details: { ...details, accounts: [] } }, machine.call(dashboard));
  const account = { platform, handle, main: true };
  await claimAccount(machine.contexts)({ operationId: newId(), account }, machine.call(dashboard));
  expect(await open(3)).toEqual({ ok: true, value: {} });
  expect(await tabFrames.of(3)).toMatchObject({ surface: 'our-account', brandName: 'Nordlys' });
});

test('the card can have itself closed and sized, in its own tab only', async () => {
  fakeBrowser.answerFromTab = () => ({ ok: true });
  await tabFrames.set(4, { surface: 'problem', code: 'quota', url: wall.url });
  await sizeFrame({ height: 240 }, machine.call(frameIn(4)));
  await closeFrame({}, machine.call(frameIn(4)));
  expect(fakeBrowser.sentToTabs.map(({ tabId, message }) => [tabId, message])).toEqual([
    [4, { type: 'frame.size', height: 240 }],
    [4, { type: 'frame.close' }],
  ]);
  expect(await tabFrames.of(4)).toBeNull();
});

test('a doubtful click is asked in the popup; where that cannot be opened a mark says so', async () => {
  const badge = vi.spyOn(browser.action, 'setBadgeText');
  await askInPopup(5);
  expect(badge).not.toHaveBeenCalled();
  vi.spyOn(browser.action, 'openPopup').mockRejectedValue(new Error('no window'));
  expect(await askInPopup(5)).toEqual({ ok: true, value: {} });
  expect(badge).toHaveBeenCalledWith({ text: '!', tabId: 5 });
});
