import { beforeEach, expect, test, vi } from 'vitest';
import { defaultSettings } from '../../../utils/domain/default-settings.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import type { Settings } from '../../../utils/domain/settings.ts';
import { getSettings } from '../../../utils/services/get-settings.ts';
import { listBrands } from '../../../utils/services/list-brands.ts';
import { saveBrand } from '../../../utils/services/save-brand.ts';
import { saveSettings } from '../../../utils/services/save-settings.ts';
import { uiKey } from '../../../utils/storage/ui-mirror.ts';
import { codeOf, dump, good, type Machine, newMachine } from '../../support/memory-notebook.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});
const save = (changes: Partial<Settings>) => saveSettings({ operationId: newId(), changes }, machine.call());
const settings = async () => good(await getSettings({}, machine.call()));
const details = {
  name: 'Kiln & Co',
  accounts: [],
  shops: ['https://kiln.example/'],
  officialLinks: [],
  hashtags: ['kilnandco'],
  countries: ['GB'],
  languages: ['en'],
};

test('begin with the defaults and keep what is changed, nothing else', async () => {
  expect(await settings()).toEqual(defaultSettings);
  good(await save({ theme: 'dark' }));
  good(await save({ showCounts: true, theme: undefined }));
  expect(await settings()).toEqual({ ...defaultSettings, theme: 'dark', showCounts: true });
});

test('content scripts find the settings of the screen, and nothing about us, after the commit', async () => {
  good(await saveBrand({ operationId: newId(), details }, machine.call()));
  good(await save({ overlayHidden: true, sitesOff: ['shop.example'] }));
  expect(machine.local.values.get(uiKey)).toEqual({
    language: 'auto',
    theme: 'auto',
    market: 'cross-border',
    overlayHidden: true,
    sitesOff: ['shop.example'],
  });
});

test('the mirror is put right when the background starts', async () => {
  good(await save({ theme: 'dark' }));
  machine.local.values.set(uiKey, { theme: 'light' });
  const { notebook } = machine.start();
  good(await notebook.database());
  expect(machine.local.values.get(uiKey)).toMatchObject({ theme: 'dark' });
});

test('a brand that does not exist cannot be the current one', async () => {
  expect(codeOf(await save({ currentBrandId: newId(), theme: 'dark' }))).toBe('not-found');
  expect(await settings()).toEqual(defaultSettings);
});

test('the first brand becomes current, a known one is changed in place', async () => {
  const brand = good(await saveBrand({ operationId: newId(), details }, machine.call()));
  expect((await settings()).currentBrandId).toBe(brand.id);
  machine.later();
  const renamed = { ...details, name: 'Kiln' };
  const saved = good(
    await saveBrand({ operationId: newId(), brandId: brand.id, details: renamed }, machine.call()),
  );
  expect(saved).toMatchObject({ id: brand.id, createdAt: brand.createdAt, name: 'Kiln' });
  expect(good(await listBrands({}, machine.call())).brands).toEqual([saved]);
  const gone = { operationId: newId(), brandId: newId(), details };
  expect(codeOf(await saveBrand(gone, machine.call()))).toBe('not-found');
});

test('a change is announced after it is durable; a refused one is not', async () => {
  await save({ theme: 'dark' });
  expect(machine.announced).toEqual([['settings']]);
  await save({ currentBrandId: newId() });
  expect(machine.announced).toHaveLength(1);
});

test('a notice that cannot be given does not make a saved change unsaved', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const call = { ...machine.call(), announce: () => Promise.reject(new Error('storage is gone')) };
  const result = await saveSettings({ operationId: newId(), changes: { theme: 'dark' } }, call);
  expect(codeOf(result)).toBe('ok');
  expect((await dump(machine)).settings).toMatchObject([{ theme: 'dark' }]);
  expect(logged).toHaveBeenCalledTimes(1);
  logged.mockRestore();
});
