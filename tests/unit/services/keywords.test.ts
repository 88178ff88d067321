import { beforeEach, describe, expect, test } from 'vitest';
import type { KeywordGroupDetails } from '../../../utils/domain/keyword.ts';
import { keywordLimits } from '../../../utils/domain/keyword-kinds.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { removeTag } from '../../../utils/services/items/remove-tag.ts';
import { keywordTrend } from '../../../utils/services/keywords/keyword-trend.ts';
import { keywordsForPage, listKeywords } from '../../../utils/services/keywords/list-groups.ts';
import { noteHits } from '../../../utils/services/keywords/note-hits.ts';
import { removeKeywords } from '../../../utils/services/keywords/remove-group.ts';
import { saveKeywords } from '../../../utils/services/keywords/save-group.ts';
import { addStarterKeywords, suggestKeywords } from '../../../utils/services/keywords/starter-groups.ts';
import { suggestedTagStores, suggestedTagsFor } from '../../../utils/services/keywords/suggested-tags.ts';
import { saveBrand } from '../../../utils/services/save-brand.ts';
import { saveSettings } from '../../../utils/services/save-settings.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { readNotebook } from '../../../utils/storage/reader.ts';
import {
  codeOf,
  databaseOf,
  dump,
  good,
  type Machine,
  newMachine,
  pageIn,
} from '../../support/memory-notebook.ts';
import { makeTag } from '../../support/tagging.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});

const buying: KeywordGroupDetails = {
  name: 'Buying',
  kind: 'buying',
  severity: 'medium',
  words: ['where did you buy', '求链接'],
  enabled: true,
};

async function save(changes: Partial<KeywordGroupDetails> = {}, groupId?: string, operationId = newId()) {
  const input = { operationId, details: { ...buying, ...changes }, ...(groupId ? { groupId } : {}) };
  return good(await saveKeywords(input, machine.call())).group;
}
const see = (groupId: string, item: string, platform: 'weibo' | 'instagram' = 'weibo') =>
  noteHits({ platform, hits: [{ groupId, item }] }, machine.call(pageIn(3)));
const trend = async (days = 7) => good(await keywordTrend({ days }, machine.call()));

describe('groups', () => {
  test('a word that cannot be looked for is left out with its reason, and one in two spellings is one', async () => {
    const words = ['Scam', 'ＳＣＡＭ', 'a', '!!!', '*scam', 'x'.repeat(101), '假货', '  '];
    const saved = good(
      await saveKeywords({ operationId: newId(), details: { ...buying, words } }, machine.call()),
    );
    expect(saved.group.words).toEqual(['Scam', '假货']);
    expect(saved.merged).toBe(1);
    expect(saved.refused.map(({ fault }) => fault)).toEqual([
      'single-letter',
      'punctuation',
      'star',
      'too-long',
    ]);
  });

  test('more words than a page can look for are refused, and nothing is kept', async () => {
    const many = (from: number) =>
      Array.from({ length: keywordLimits.group }, (_none, at) => `word${from + at}`);
    for (let group = 0; group < keywordLimits.all / keywordLimits.group; group++)
      await save({ words: many(group * 1_000) });
    const input = { operationId: newId(), details: { ...buying, words: ['onemore'] } };
    expect(codeOf(await saveKeywords(input, machine.call()))).toBe('invalid');
    expect(good(await listKeywords({}, machine.call())).groups).toHaveLength(4);
    // switched off they cost nothing
    const off = { operationId: newId(), details: { ...buying, words: ['onemore'], enabled: false } };
    expect(codeOf(await saveKeywords(off, machine.call()))).toBe('ok');
  });

  test('a change and a removal can be taken back', async () => {
    const group = await save();
    machine.later();
    const operationId = newId();
    await save({ words: ['link?'] }, group.id, operationId);
    good(await undoOperation({ operationId: newId(), undo: operationId }, machine.call()));
    expect(good(await listKeywords({}, machine.call())).groups).toEqual([group]);
    const removal = newId();
    good(await removeKeywords({ operationId: removal, groupId: group.id }, machine.call()));
    expect(good(await listKeywords({}, machine.call())).groups).toEqual([]);
    good(await undoOperation({ operationId: newId(), undo: removal }, machine.call()));
    expect(good(await listKeywords({}, machine.call())).groups).toEqual([group]);
  });

  test('one whose tag was removed is still saved, without it', async () => {
    const { id: tagId } = await makeTag(machine);
    const { id } = await save({ tagId });
    good(await removeTag({ operationId: newId(), tagId }, machine.call()));
    expect(await save({ tagId, words: ['link?'] }, id)).not.toHaveProperty('tagId');
    const other = { operationId: newId(), groupId: id, details: { ...buying, tagId: newId() } };
    expect(codeOf(await saveKeywords(other, machine.call()))).toBe('not-found');
  });

  test('a page gets words, never names, and of groups that are switched off nothing', async () => {
    const group = await save({ severity: 'low' });
    const serious = await save({ severity: 'high', words: ['scam'] });
    await save({ enabled: false, words: ['secret plan'] });
    await save({ words: [] });
    expect(good(await keywordsForPage({}, machine.call(pageIn(3))))).toEqual({
      mark: true,
      groups: [
        { groupId: serious.id, severity: 'high', words: ['scam'] },
        { groupId: group.id, severity: 'low', words: buying.words },
      ],
    });
    good(await saveSettings({ operationId: newId(), changes: { markKeywords: false } }, machine.call()));
    expect(good(await keywordsForPage({}, machine.call(pageIn(3)))).mark).toBe(false);
  });
});

describe('hits', () => {
  test('an item counts once, however often it is seen', async () => {
    const group = await save();
    for (const item of ['aaaa1', 'aaaa1', 'bbbb2']) good(await see(group.id, item));
    good(await see(group.id, 'aaaa1', 'instagram'));
    machine.later(24 * 60);
    good(await see(group.id, 'aaaa1'));
    expect((await trend()).counts).toEqual([
      { groupId: group.id, day: '2026-03-10', platform: 'instagram', count: 1 },
      { groupId: group.id, day: '2026-03-10', platform: 'weibo', count: 2 },
    ]);
  });

  test('nothing of a group that is gone or switched off', async () => {
    const group = await save();
    good(await see(newId(), 'aaaa1'));
    good(await see(group.id, 'aaaa1'));
    await save({ enabled: false }, group.id);
    good(await see(group.id, 'bbbb2'));
    expect((await trend()).counts.map(({ count }) => count)).toEqual([1]);
    const removal = newId();
    good(await removeKeywords({ operationId: removal, groupId: group.id }, machine.call()));
    expect((await trend()).counts).toEqual([]);
    good(await undoOperation({ operationId: newId(), undo: removal }, machine.call()));
    expect((await trend()).counts.map(({ count }) => count)).toEqual([1]);
  });

  test('after ninety days they go, and their numbers with them', async () => {
    const group = await save();
    good(await see(group.id, 'aaaa1'));
    machine.later(91 * 24 * 60);
    good(await see(group.id, 'bbbb2'));
    const { keywordHits, counters } = await dump(machine, ['keywordHits', 'counters']);
    expect(keywordHits).toHaveLength(1);
    const names = (counters ?? [])
      .map((row) => (row as { id: string }).id)
      .filter((id) => id.startsWith('hits:'));
    expect(names).toEqual([`hits:2026-06-09:${group.id}:weibo`]);
  });

  test('hold no text and no name', async () => {
    const group = await save();
    good(await see(group.id, 'aaaa1'));
    const { keywordHits } = await dump(machine, ['keywordHits']);
    expect(Object.keys(keywordHits?.[0] ?? {}).sort()).toEqual([
      'at',
      'createdAt',
      'day',
      'groupId',
      'hitKey',
      'id',
      'platform',
      'updatedAt',
    ]);
  });
});

describe('starter lists', () => {
  test('what was made from one is left as the operator has it', async () => {
    const groups = [{ starter: 'buying-en', details: buying }];
    const add = async () => good(await addStarterKeywords({ operationId: newId(), groups }, machine.call()));
    expect(await add()).toEqual({ added: 1, there: 0 });
    const [made] = good(await listKeywords({}, machine.call())).groups;
    await save({ words: ['mine'] }, made?.id);
    expect(await add()).toEqual({ added: 0, there: 1 });
    const [kept] = good(await listKeywords({}, machine.call())).groups;
    expect(kept).toMatchObject({ words: ['mine'], starter: 'buying-en' });
  });

  test('our brand is made of its name, accounts and hashtags, with misspellings apart', async () => {
    expect(good(await suggestKeywords({}, machine.call())).brand).toBeNull();
    const details = {
      name: 'Lumora Home',
      accounts: [{ platform: 'instagram' as const, handle: 'lumora', main: true }],
      shops: [],
      officialLinks: [],
      hashtags: ['#lumorahome', 'LumoraHome'],
      countries: [],
      languages: [],
    };
    const brand = good(await saveBrand({ operationId: newId(), details }, machine.call()));
    good(await saveSettings({ operationId: newId(), changes: { currentBrandId: brand.id } }, machine.call()));
    const suggested = good(await suggestKeywords({}, machine.call())).brand;
    expect(suggested?.words).toEqual(['Lumora Home', '#lumorahome', '@lumora']);
    expect(suggested?.misspelt).toContain('lumorahome');
    expect(suggested?.misspelt).not.toContain('lumora home');
    expect(suggested?.misspelt.length).toBeLessThanOrEqual(24);
  });
});

describe('suggested tags', () => {
  const tag = (changes = {}) => ({
    id: newId(),
    createdAt: '2026-03-01T00:00:00.000Z',
    updatedAt: '2026-03-01T00:00:00.000Z',
    name: 'Answer with link',
    colour: 'blue',
    ...changes,
  });
  const suggested = async (text: string) =>
    readNotebook(await databaseOf(machine), [...suggestedTagStores], (reader) =>
      suggestedTagsFor(reader, text),
    );

  test('those of the groups whose words are in the text, the most serious first', async () => {
    const database = await databaseOf(machine);
    const link = tag({ starter: 'link' });
    const legit = tag({ name: 'Legit?' });
    const gone = tag({ name: 'Old', retired: true });
    for (const one of [link, legit, gone]) await database.put('tags', one);
    const groups = [{ starter: 'buying-zh', details: buying, tag: 'link' as const }];
    good(await addStarterKeywords({ operationId: newId(), groups }, machine.call()));
    const trust = await save({ severity: 'high', words: ['scam'], tagId: legit.id });
    await save({ severity: 'high', words: ['fake'], tagId: gone.id });
    expect(await suggested('求链接！ is it a scam or fake?')).toEqual([legit.id, link.id]);
    expect(await suggested('lovely')).toEqual([]);
    machine.later();
    await save({ words: ['fraud'], tagId: legit.id }, trust.id);
    expect(await suggested('scam')).toEqual([]);
    expect(await suggested('fraud')).toEqual([legit.id]);
  });
});
