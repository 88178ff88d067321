import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import type { PaletteSight } from '../../../utils/domain/palette-sight.ts';
import { makeHandlers } from '../../../utils/services/handlers.ts';
import type { Caller } from '../../../utils/services/service.ts';
import { browser, fakeBrowser } from '../../support/fake-imports.ts';
import { codeOf, dashboard, good, type Machine, newMachine } from '../../support/memory-notebook.ts';

const url = 'https://www.instagram.com/p/C9x/';
const page: Caller = { kind: 'page', tabId: 4, url };
const frame: Caller = { kind: 'frame', tabId: 4 };
const panel: Caller = { kind: 'sidepanel' };
/** a popup that was opened as a tab of its own */
const popup: Caller = { kind: 'popup', tabId: 99 };
const sight: PaletteSight = {
  opening: 'beside',
  platform: 'instagram',
  mode: 'comment',
  editor: 'ready',
  author: { handle: 'mira.holm' },
  text: 'how much?',
};

let machine: Machine;
let handlers: ReturnType<typeof makeHandlers>;
let asked: { tabId: number; type: string }[];
const as = (caller: Caller) => machine.call(caller);
/** What the script in a tab answers; a tab that is not there has none. */
function scripted(answers: Record<string, unknown>): void {
  fakeBrowser.answerFromTab = async (message) => {
    const { type } = message as { type: string };
    const tabId = fakeBrowser.sentToTabs.at(-1)?.tabId ?? -1;
    asked.push({ tabId, type });
    if (tabId !== 4) throw new Error('no receiver');
    return { ok: true, value: answers[type] };
  };
}
const look = async (caller = panel, fresh = false, tabId = 4) =>
  good(await handlers['palette.look']({ tabId, fresh }, as(caller)));
const reply = { opening: 'beside', text: 'It is 5.', tabStops: [] };

beforeEach(() => {
  fakeBrowser.reset();
  machine = newMachine();
  handlers = makeHandlers(machine.notebook);
  asked = [];
  vi.spyOn(browser.tabs, 'get').mockResolvedValue({ url } as never);
});

afterEach(() => vi.restoreAllMocks());

test('the panel learns what a reply would be for, and the notebook’s person with it', async () => {
  const account = {
    platform: 'instagram' as const,
    handle: 'mira.holm',
    url: `https://www.instagram.com/mira.holm/`,
  };
  good(
    await handlers['creator.add']({ operationId: newId(), displayName: 'Mira Holm', account }, as(dashboard)),
  );
  scripted({ 'palette.look': sight });
  expect(await look()).toMatchObject({
    access: true,
    context: { sight, chosen: false, person: { displayName: 'Mira Holm' } },
  });
});

test('a script that speaks of another platform, or nonsense, is not believed', async () => {
  for (const said of [{ ...sight, platform: 'youtube' }, { opening: 'x' }, 'words', {}]) {
    scripted({ 'palette.look': said });
    const { context, access } = await look();
    expect(access).toBe(true);
    expect(context.sight).toEqual({
      opening: 'beside 4',
      platform: 'web',
      mode: 'message',
      editor: 'none',
    });
  }
});

test('where no script can be the replies are there to be copied', async () => {
  scripted({});
  vi.spyOn(browser.scripting, 'executeScript').mockRejectedValue(new Error('cannot access'));
  const { access, context } = await look(panel, false, 7);
  expect(access).toBe(false);
  asked.length = 0;
  const answer = await handlers['palette.insert'](
    { ...reply, tabId: 7, opening: context.sight.opening },
    as(panel),
  );
  expect(good(answer)).toEqual({ state: 'clipboard', reason: 'no-editor' });
  expect(asked).toEqual([]);
});

test('popup and panel insert into the tab that they name; a frame names none', async () => {
  scripted({ 'palette.look': sight, 'palette.insert': { state: 'inserted', exact: true } });
  await look(popup);
  expect(codeOf(await handlers['palette.insert']({ ...reply }, as(popup)))).toBe('not-found');
  const answer = await handlers['palette.insert']({ ...reply, tabId: 4 }, as(popup));
  expect(good(answer)).toMatchObject({ state: 'inserted' });
  expect(asked.at(-1)).toEqual({ tabId: 4, type: 'palette.insert' });

  await handlers['palette.open']({ sight: { ...sight, opening: 'one' } }, as(page));
  for (const tabId of [4, 5])
    expect(codeOf(await handlers['palette.insert']({ ...reply, opening: 'one', tabId }, as(frame)))).toBe(
      'forbidden',
    );
});

test('what is looked at beside the page is not what the frame in it shows, and the other way round', async () => {
  scripted({ 'palette.look': sight });
  await look();
  expect(good(await handlers['palette.context']({}, as(frame)))).toBeNull();
  await handlers['palette.open']({ sight: { ...sight, opening: 'one' } }, as(page));
  const wrong = await handlers['palette.insert']({ ...reply, opening: 'one', tabId: 4 }, as(panel));
  expect(good(wrong)).toEqual({ state: 'gone', reason: 'closed' });
});

test('whom a letter is for stays while the same editor is looked at, until it is asked anew', async () => {
  const account = { platform: 'instagram' as const, handle: 'ida', url: 'https://www.instagram.com/ida/' };
  const added = await handlers['creator.add'](
    { operationId: newId(), displayName: 'Ida Storm', account },
    as(dashboard),
  );
  const { creatorId } = good(added);
  scripted({
    'palette.look': { opening: 'beside', platform: 'instagram', mode: 'message', editor: 'ready' },
  });
  await look();
  good(await handlers['palette.for-whom']({ creatorId, tabId: 4 }, as(panel)));
  expect((await look()).context).toMatchObject({ chosen: true, person: { creatorId } });
  expect((await look(panel, true)).context).toMatchObject({ chosen: false, person: null });
});
