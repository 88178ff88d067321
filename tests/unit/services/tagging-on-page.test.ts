import { beforeEach, describe, expect, test } from 'vitest';
import type { SeenItem } from '../../../utils/domain/item.ts';
import { itemKeys } from '../../../utils/domain/item-keys.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { chooseTags } from '../../../utils/services/items/choose-tags.ts';
import { markHandles } from '../../../utils/services/mark-handles.ts';
import { tabFrames } from '../../../utils/services/show-in-frame.ts';
import { itemOfPage, itemOfWords } from '../../../utils/services/tagging/item-of-page.ts';
import { openTagging } from '../../../utils/services/tagging/open-tagging.ts';
import { pageDots } from '../../../utils/services/tagging/page-dots.ts';
import { applyTagging, taggingContext } from '../../../utils/services/tagging/tag-from-frame.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { fakeBrowser } from '../../support/fake-imports.ts';
import {
  codeOf,
  dump,
  frameIn,
  good,
  type Machine,
  newMachine,
  pageIn,
} from '../../support/memory-notebook.ts';
import { profile } from '../../support/readings.ts';

let machine: Machine;
beforeEach(() => {
  fakeBrowser.reset();
  machine = newMachine();
});

const address = 'https://www.instagram.com/p/abc/';
const onPage = { ...pageIn(7), url: address };
const keys = itemKeys({ platform: 'instagram', kind: 'comment', id: '77', author: 'lin', text: 'hi' });
const comment: SeenItem = {
  kind: 'comment',
  platform: 'instagram',
  keys,
  url: `${address}c/77/`,
  pageKey: 'instagram:post:abc',
  author: { platform: 'instagram', handle: 'lin', url: 'https://www.instagram.com/lin/' },
  text: 'hi',
};
const open = (item: SeenItem = comment) => openTagging({ item }, machine.call(onPage));
const apply = (
  input: { add?: string[]; remove?: string[]; addNames?: string[] },
  tab = 7,
  operationId = newId(),
) => applyTagging({ operationId, add: [], remove: [], ...input }, machine.call(frameIn(tab)));
const context = async (tab = 7) => good(await taggingContext({}, machine.call(frameIn(tab))));
const tagOf = async (starter: string) => {
  const { tags } = good(await chooseTags({}, machine.call(frameIn(7))));
  const found = tags.find(({ tag }) => tag.starter === starter);
  if (!found) throw new Error(`no tag ${starter}`);
  return found.tag.id;
};
const dots = async (...items: string[][]) =>
  good(await pageDots({ platform: 'instagram', items }, machine.call(onPage))).dots;

describe('tagging from a page', () => {
  test('the frame tags the item that its tab’s picker was opened for, and the page may take it back', async () => {
    good(await open());
    const praise = await tagOf('praise');
    expect(await context()).toMatchObject({ item: comment, tagIds: [] });
    const operationId = newId();
    expect(good(await apply({ add: [praise] }, 7, operationId))).toMatchObject({
      tagIds: [praise],
      effects: ['fan'],
    });
    expect((await context())?.tagIds).toEqual([praise]);
    expect(await dots(keys, ['instagram:comment:#78'])).toEqual([['green'], []]);
    // another tab's page may not
    expect(
      codeOf(await undoOperation({ operationId: newId(), undo: operationId }, machine.call(pageIn(8)))),
    ).toBe('forbidden');
    good(await undoOperation({ operationId: newId(), undo: operationId }, machine.call(onPage)));
    expect(await dots(keys)).toEqual([[]]);
    expect((await dump(machine)).items ?? []).toEqual([]);
  });

  test('a repeat of the same operation does nothing a second time', async () => {
    good(await open());
    const operationId = newId();
    const first = good(await apply({ addNames: ['autumn'] }, 7, operationId));
    expect(good(await apply({ addNames: ['autumn'] }, 7, operationId))).toEqual(first);
    expect((await dump(machine)).items).toHaveLength(1);
  });

  test('without an open picker nothing is tagged, in no other tab either', async () => {
    expect(codeOf(await apply({ addNames: ['autumn'] }))).toBe('not-found');
    good(await open());
    expect(codeOf(await apply({ addNames: ['autumn'] }, 8))).toBe('not-found');
    expect(await context(8)).toBeNull();
  });

  test('a page speaks only of itself', async () => {
    const elsewhere: Partial<SeenItem>[] = [
      { platform: 'youtube', keys: ['youtube:comment:#77'] },
      { keys: ['youtube:comment:#77'] },
      { url: 'https://evil.example/' },
      { author: { platform: 'youtube', handle: 'lin' } },
      { author: { platform: 'instagram', handle: 'lin', url: 'https://evil.example/lin' } },
    ];
    for (const part of elsewhere) expect(codeOf(await open({ ...comment, ...part }))).toBe('invalid');
    expect(await context()).toBeNull();
    const shop = { ...pageIn(7), url: 'https://lin-ceramics.example/bowl' };
    const product = (host: string): SeenItem => ({
      kind: 'product',
      platform: 'shopify',
      keys: ['shopify:product:#1'],
      url: `https://${host}/bowl`,
    });
    const said = (item: SeenItem) => openTagging({ item }, machine.call(shop));
    expect(codeOf(await said(product('other.example')))).toBe('invalid');
    good(await said(product('lin-ceramics.example')));
  });

  test('whoever wrote spam has a mark of its own on later visits', async () => {
    good(await open());
    good(await apply({ add: [await tagOf('spam')] }));
    const marks = async (...handles: string[]) =>
      good(
        await markHandles(
          { platform: 'instagram', names: handles.map((handle) => ({ handle })) },
          machine.call(onPage),
        ),
      ).marks;
    expect(await marks('LIN', 'mo')).toEqual(['spam', 'new']);
    good(await open());
    good(await apply({ remove: [await tagOf('spam')] }));
    expect(await marks('lin')).toEqual(['new']);
  });

  test('a picker’s item is forgotten when anybody is erased', async () => {
    good(await open());
    expect(await context()).not.toBeNull();
    await tabFrames.forget({ creatorId: newId(), keys: new Set(), names: [] } as never);
    expect(await context()).toBeNull();
  });
});

describe('a page as an item', () => {
  const page = { title: 'Mira (@mira.bakes)', reading: profile() };

  test('is the person whose page it is, found by number and name', () => {
    const item = itemOfPage(page);
    expect(item.kind).toBe('creator');
    expect(item.keys).toContain('instagram:creator:#@mira.bakes');
    expect(item.author?.handle).toBe('mira.bakes');
  });

  test('is itself where it is of nothing that can be tagged', () => {
    const reading = {
      platform: 'web' as const,
      kind: 'other' as const,
      key: null,
      url: 'https://a.example/x',
      problems: [],
    };
    expect(itemOfPage({ title: 'About us', reading })).toEqual({
      kind: 'page',
      platform: 'web',
      keys: ['web:page:#https://a.example/x'],
      url: 'https://a.example/x',
      title: 'About us',
    });
  });

  test('is the place of selected words', () => {
    const item = itemOfWords(page, '  the blue one \n please ');
    expect(item).toMatchObject({ kind: 'text', text: 'the blue one \n please', url: page.reading.url });
    expect(item?.author).toBeUndefined();
    expect(itemOfWords(page, ' \n ')).toBeNull();
    const long = itemOfWords(page, `a${'😀'.repeat(25_000)}`);
    expect(long?.cut).toBe(true);
    expect(long?.text?.isWellFormed()).toBe(true);
  });
});
