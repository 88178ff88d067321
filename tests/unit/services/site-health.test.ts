import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { isDrifting } from '../../../utils/domain/drift.ts';
import type { PageReading } from '../../../utils/domain/page-reading.ts';
import { siteHealthSchema } from '../../../utils/domain/site-health.ts';
import { listSiteHealth } from '../../../utils/services/list-site-health.ts';
import { healthWritten, noteSiteHealth } from '../../../utils/services/note-site-health.ts';
import { backupStores, copiedStores } from '../../../utils/storage/schema.ts';
import { browser, fakeBrowser } from '../../support/fake-imports.ts';
import { dump, good, type Machine, newMachine } from '../../support/memory-notebook.ts';
import { named, profile } from '../../support/readings.ts';

let machine: Machine;
let people = 0;
beforeEach(() => {
  fakeBrowser.reset();
  machine = newMachine();
});
afterEach(() => vi.restoreAllMocks());

/** A look at somebody else's profile each time. */
async function look(over: Partial<PageReading> = {}, tabId?: number): Promise<void> {
  people += 1;
  machine.later();
  noteSiteHealth(machine.call(), profile(named(`maker.${people}`), over), tabId);
  await healthWritten();
}
const health = async () => good(await listSiteHealth({}, machine.call())).sites;
const fieldOf = async (field: string) => (await health())[0]?.fields[field];
const missing = (field: string) => ({ problems: [{ field, reason: 'missing' as const }] });

/** The reader in the tab gives this structure of the page at that address. */
function tabHas(skeleton: string, url = 'https://www.instagram.com/somebody/'): void {
  vi.spyOn(browser.scripting, 'executeScript').mockResolvedValue([{ result: { url, skeleton } }]);
}

test('each reading counts for its platform, kind and field: found where, or missed', async () => {
  await look();
  await look(missing('bio'));
  const [site] = await health();
  expect(site).toMatchObject({
    id: 'instagram:profile',
    platform: 'instagram',
    kind: 'profile',
    fields: {
      'creator.handle': { recent: '11', source: 'url', lastFound: machine.clock.now.toISOString() },
      'creator.followers': { recent: '11', source: 'dom' },
      'creator.bio': { recent: '0', lastMissed: machine.clock.now.toISOString() },
    },
  });
  expect(site?.fields['creator.bio']).not.toHaveProperty('lastFound');
  expect(z.safeParse(siteHealthSchema, site).success).toBe(true);
});

test('what is hidden by the site, expected by nobody, or stands behind a wall counts nothing', async () => {
  await look({ problems: [{ field: 'location', reason: 'blocked' }] });
  await look({ kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] });
  await look({ kind: 'other' });
  const sites = await health();
  expect(sites).toHaveLength(1);
  expect(Object.keys(sites[0]?.fields ?? {}).sort()).toEqual([
    'creator.displayName',
    'creator.followers',
    'creator.handle',
  ]);
  expect(sites[0]?.fields['creator.handle']?.recent).toBe('1');
});

test('twenty looks are kept, the newest first, and a field that is gone drifts', async () => {
  for (let time = 0; time < 21; time++)
    await look({ creator: { ...named('x').handle, followers: undefined } as never, ...missing('followers') });
  expect((await fieldOf('creator.followers'))?.recent).toBe('0'.repeat(20));
  expect(isDrifting({ recent: '0'.repeat(20) })).toBe(false);
  await look();
  expect((await fieldOf('creator.followers'))?.recent).toBe(`1${'0'.repeat(19)}`);
  expect([
    isDrifting({ recent: '00011' }),
    isDrifting({ recent: '0001' }),
    isDrifting({ recent: '00111' }),
  ]).toEqual([true, false, false]);
});

test('a page that the reader gave up on, or of which a whole part is missing, is a miss of everything there was', async () => {
  await look();
  await look({ creator: undefined as never, problems: [{ field: 'page', reason: 'ambiguous' }] });
  await look({ creator: undefined as never, problems: [{ field: 'creator', reason: 'stale' }] });
  expect(await fieldOf('creator.followers')).toMatchObject({ recent: '001', source: 'dom' });
  expect(await fieldOf('page')).toBeUndefined();
});

test('the popup’s look and the click that follows are one; a page that changed is another', async () => {
  const reading = profile(named('one.person'));
  noteSiteHealth(machine.call(), reading, undefined);
  noteSiteHealth(machine.call(), reading, undefined);
  await healthWritten();
  expect((await fieldOf('creator.handle'))?.recent).toBe('1');
  noteSiteHealth(machine.call(), { ...reading, ...missing('bio') }, undefined);
  await healthWritten();
  machine.later(11);
  noteSiteHealth(machine.call(), { ...reading, ...missing('bio') }, undefined);
  await healthWritten();
  expect((await fieldOf('creator.handle'))?.recent).toBe('111');
});

test('many looks at once are one write, announced once', async () => {
  machine.announced.length = 0;
  for (let time = 0; time < 12; time++)
    noteSiteHealth(machine.call(), profile(named(`quick.${time}`)), undefined);
  await healthWritten();
  expect(machine.announced).toEqual([['sites']]);
  expect((await fieldOf('creator.handle'))?.recent).toBe('1'.repeat(12));
});

test('nothing about people is kept, nothing of it is an operation, and no copy holds it', async () => {
  const before = await dump(machine);
  await look({ url: 'https://www.instagram.com/very.private/', ...missing('bio') });
  const { siteHealth, ...rest } = await dump(machine);
  expect(rest).toEqual((({ siteHealth: _none, ...others }) => others)(before));
  expect(JSON.stringify(siteHealth)).not.toMatch(/maker|private|Mira|1,?200|https/);
  expect([...copiedStores, ...backupStores]).not.toContain('siteHealth');
  expect(copiedStores).toContain('hints');
});

describe('the structure of the page', () => {
  test('is kept when something was missing, the latest', async () => {
    tabHas('html\n body');
    await look(missing('bio'), 3);
    tabHas('html\n main');
    await look(missing('bio'), 3);
    expect((await health())[0]).toMatchObject({
      skeleton: 'html\n main',
      skeletonAt: machine.clock.now.toISOString(),
    });
    tabHas('html\n later');
    await look({}, 3);
    expect((await health())[0]?.skeleton).toBe('html\n main');
    expect(browser.scripting.executeScript).toHaveBeenCalledTimes(4);
  });

  test('is not that of a page to which the person went on, and never longer than the notebook takes', async () => {
    tabHas('html', 'https://www.instagram.com/p/abc/');
    await look(missing('bio'), 3);
    expect((await health())[0]).not.toHaveProperty('skeleton');
    tabHas('x'.repeat(50_000));
    await look(missing('bio'), 3);
    expect((await health())[0]?.skeleton).toHaveLength(20_000);
  });

  test('that cannot be had is left out', async () => {
    vi.spyOn(browser.scripting, 'executeScript').mockRejectedValue(new Error('No tab with id'));
    await look(missing('bio'), 3);
    expect((await fieldOf('creator.bio'))?.recent).toBe('0');
  });
});

test('a notebook that takes nothing fails nobody', async () => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => {});
  const closed = {
    ...machine.call(),
    database: async () => ({ ok: false, code: 'recovery', message: '' }) as const,
  };
  noteSiteHealth(closed, profile(named('nobody')), undefined);
  await expect(healthWritten()).resolves.toBeUndefined();
  const broken = { ...machine.call(), database: () => Promise.reject(new Error('gone')) };
  noteSiteHealth(broken, profile(named('nobody.else')), undefined);
  await expect(healthWritten()).resolves.toBeUndefined();
  expect(silent).toHaveBeenCalledOnce();
  await look();
  expect((await fieldOf('creator.handle'))?.recent).toBe('1');
});
