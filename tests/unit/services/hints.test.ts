import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HintRule } from '../../../utils/domain/hint.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import type { PageReading } from '../../../utils/domain/page-reading.ts';
import { captureFromPage } from '../../../utils/services/capture-here.ts';
import { hintsFor, hintsOfTab } from '../../../utils/services/hints.ts';
import { importHints } from '../../../utils/services/import-hints.ts';
import { listHints } from '../../../utils/services/list-hints.ts';
import { needPart } from '../../../utils/services/need-part.ts';
import { fieldPointedAt, pointAtField } from '../../../utils/services/point-at-field.ts';
import { removeHint } from '../../../utils/services/remove-hint.ts';
import { saveHint } from '../../../utils/services/save-hint.ts';
import { tabFrames } from '../../../utils/services/show-in-frame.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { inUse, testEveryWrite, type Write } from '../../support/every-write.ts';
import { browser, fakeBrowser } from '../../support/fake-imports.ts';
import {
  codeOf,
  databaseOf,
  dump,
  frameIn,
  good,
  type Machine,
  newMachine,
  pageIn,
} from '../../support/memory-notebook.ts';
import { profile } from '../../support/readings.ts';
import { keptAndCounted } from '../../support/recount.ts';

let machine: Machine;
beforeEach(() => {
  fakeBrowser.reset();
  machine = newMachine();
});
afterEach(() => vi.restoreAllMocks());

const followers: HintRule = {
  platform: 'instagram',
  kind: 'profile',
  field: 'creator.followers',
  selector: 'header li:nth-of-type(2) > span',
  attribute: 'title',
};
const ofShop: HintRule = {
  platform: 'web',
  host: 'kiln.example',
  kind: 'product',
  field: 'product.price',
  selector: '.product-price',
};
const take = (hints: HintRule[], operationId = newId()) =>
  importHints({ operationId, hints }, machine.call());
const hints = async () => good(await listHints({}, machine.call())).hints;
const onPage = (tabId: number) => ({ ...pageIn(tabId), url: 'https://www.instagram.com/mira.bakes/' });

/** The tab's page, read again, gives this. */
function tabShows(reading: PageReading): void {
  vi.spyOn(browser.scripting, 'executeScript').mockImplementation(async (injection) => [
    {
      result:
        'func' in injection
          ? 'args' in injection
            ? { title: 'A', url: reading.url, reading }
            : reading.url
          : undefined,
    },
  ]);
}

describe('the hints of a page', () => {
  test('are those of its site, or of its host where the registry does not know the site', async () => {
    good(await take([followers, ofShop]));
    expect(await hintsFor(machine.call(), 'https://www.instagram.com/noor/')).toEqual([followers]);
    expect(await hintsFor(machine.call(), 'https://kiln.example/p/1')).toEqual([ofShop]);
    for (const url of ['https://other.example/p/1', 'https://kiln.example.evil.example/', 'about:blank', ''])
      expect(await hintsFor(machine.call(), url)).toEqual([]);
    fakeBrowser.tabs = [{ id: 3, active: true, url: 'https://kiln.example/p/2' }];
    expect(await hintsOfTab(machine.call(), 3)).toEqual([ofShop]);
  });

  test('come with the reader, and reading goes on where the notebook cannot be read', async () => {
    good(await take([followers]));
    const need = () => needPart({ part: 'readers' }, machine.call(onPage(7)));
    expect(good(await need())).toEqual({ hints: [followers] });
    const broken = {
      ...machine.call(),
      database: async () => ({ ok: false, code: 'quota', message: '' }) as const,
    };
    expect(await hintsFor(broken, 'https://www.instagram.com/noor/')).toEqual([]);
  });

  test('of two for one place, as a merge leaves them, are the newest', async () => {
    good(await take([followers]));
    const database = await databaseOf(machine);
    const newer = {
      ...followers,
      selector: 'h2',
      id: newId(),
      createdAt: '2026-05-01T00:00:00.000Z',
      updatedAt: '2026-05-01T00:00:00.000Z',
    };
    await database.put('hints', newer);
    expect(await hintsFor(machine.call(), 'https://www.instagram.com/noor/')).toEqual([
      { ...followers, selector: 'h2' },
    ]);
  });

  test('the file for picking is put beside the script of the page that asks', async () => {
    const put = vi.spyOn(browser.scripting, 'executeScript').mockResolvedValue([]);
    expect(good(await needPart({ part: 'picker' }, machine.call(onPage(7))))).toEqual({ hints: [] });
    expect(put).toHaveBeenCalledWith({ target: { tabId: 7 }, files: ['/picker.js'] });
  });
});

describe('importing', () => {
  test('adds, replaces what is for the same place, and is one undo', async () => {
    expect(good(await take([followers]))).toEqual({ added: 1, replaced: 0 });
    const before = await hints();
    const operationId = newId();
    const other = { ...followers, selector: 'h2', attribute: undefined } as unknown as HintRule;
    delete (other as { attribute?: string }).attribute;
    machine.later();
    expect(good(await take([other, ofShop], operationId))).toEqual({ added: 1, replaced: 1 });
    expect(await hints()).toMatchObject([{ id: before[0]?.id, selector: 'h2' }, ofShop]);
    expect((await hints())[0]).not.toHaveProperty('attribute');
    good(await undoOperation({ operationId: newId(), undo: operationId }, machine.call()));
    expect(await hints()).toEqual(before);
    expect(machine.announced.at(-1)).toContain('sites');
    const { kept, counted } = await keptAndCounted(machine);
    expect(kept).toEqual(counted);
  });

  test('is refused whole where a row has the wrong host or stands twice', async () => {
    const { host: _host, ...homeless } = ofShop;
    for (const bad of [homeless, { ...followers, host: 'www.instagram.com' }, followers])
      expect(codeOf(await take([followers, bad]))).toBe('invalid');
    expect(await hints()).toEqual([]);
  });
});

test('a removed hint is gone and comes back with the undo', async () => {
  good(await take([followers]));
  const before = await hints();
  const operationId = newId();
  good(await removeHint({ operationId, hintId: before[0]?.id ?? '' }, machine.call()));
  expect(await hints()).toEqual([]);
  expect(codeOf(await removeHint({ operationId: newId(), hintId: newId() }, machine.call()))).toBe(
    'not-found',
  );
  good(await undoOperation({ operationId: newId(), undo: operationId }, machine.call()));
  expect(await hints()).toEqual(before);
});

describe('pointing at an element', () => {
  const point = (hint = followers, value: string | undefined = '48213', caller = onPage(7)) =>
    fieldPointedAt({ hint, raw: '48,213', ...(value === undefined ? {} : { value }) }, machine.call(caller));
  const save = (operationId = newId()) => saveHint({ operationId }, machine.call(frameIn(7)));

  test('is asked of the script in the tab of the frame', async () => {
    fakeBrowser.answerFromTab = () => {
      throw new Error('Receiving end does not exist');
    };
    expect(codeOf(await pointAtField({ field: 'creator.followers' }, machine.call(frameIn(7))))).toBe(
      'not-found',
    );
    fakeBrowser.answerFromTab = () => ({ ok: true });
    good(await pointAtField({ field: 'creator.followers' }, machine.call(frameIn(7))));
    expect(fakeBrowser.sentToTabs.at(-1)).toMatchObject({
      tabId: 7,
      message: { type: 'hint.point', field: 'creator.followers' },
    });
  });

  test('shows what stands there, and remembers nothing yet', async () => {
    good(await point());
    expect(await tabFrames.of(7)).toEqual({
      surface: 'hint',
      hint: followers,
      raw: '48,213',
      value: '48213',
      fromCard: false,
    });
    expect(await hints()).toEqual([]);
  });

  test('is taken only for the site on which the page stands', async () => {
    expect(codeOf(await point({ ...followers, platform: 'x' }))).toBe('invalid');
    expect(codeOf(await point(ofShop))).toBe('invalid');
    expect(codeOf(await point({ ...followers, host: 'www.instagram.com' }))).toBe('invalid');
    expect(codeOf(await point(ofShop, '1', { ...pageIn(7), url: 'https://kiln.example/p' }))).toBe('ok');
  });

  test('is remembered when the person says so, and the card that asked reads again', async () => {
    const reading = profile();
    tabShows(reading);
    good(await captureFromPage({ operationId: newId(), reading }, machine.call(onPage(7))));
    good(await point());
    // pointing a second time comes from the same card
    good(await point());
    good(await save());
    expect(await hints()).toMatchObject([followers]);
    expect(await tabFrames.of(7)).toMatchObject({ surface: 'creator-card', outcome: 'observed' });
  });

  test('remembering a place on the page of somebody whom nobody saved saves nobody', async () => {
    tabShows(profile());
    good(await point());
    good(await save());
    expect(await hints()).toMatchObject([followers]);
    expect((await dump(machine, ['creators'])).creators).toEqual([]);
    expect(await tabFrames.of(7)).toMatchObject({ surface: 'hint', saved: true });
  });

  test('is not remembered where what stands there cannot be the field, or nothing was pointed at', async () => {
    expect(codeOf(await save())).toBe('not-found');
    await tabFrames.set(7, { surface: 'hint', hint: followers, raw: 'follow', fromCard: true });
    expect(codeOf(await save())).toBe('invalid');
    expect(await hints()).toEqual([]);
  });

  test('saved again by the same operation it is one hint', async () => {
    tabShows(profile());
    good(await point());
    const operationId = newId();
    good(await save(operationId));
    expect(codeOf(await save(operationId))).toBe('ok');
    expect(await hints()).toHaveLength(1);
  });
});

async function withHints() {
  const used = await inUse();
  good(await importHints({ operationId: newId(), hints: [followers] }, used.machine.call()));
  used.machine.later();
  return used;
}
const writes: Write[] = [
  [
    'hint.import',
    ({ machine: used }, operationId) =>
      importHints({ operationId, hints: [{ ...followers, selector: 'h2' }, ofShop] }, used.call()),
  ],
  [
    'hint.remove',
    async ({ machine: used }, operationId) => {
      const [hint] = await (await databaseOf(used)).getAll('hints');
      return removeHint({ operationId, hintId: hint?.id ?? newId() }, used.call());
    },
  ],
];
testEveryWrite(withHints, writes, 4);
