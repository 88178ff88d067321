import { beforeEach, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import type { PaletteSight } from '../../../utils/domain/palette-sight.ts';
import { seenCommentLimits } from '../../../utils/domain/seen-comment.ts';
import { makeHandlers } from '../../../utils/services/handlers.ts';
import type { Caller } from '../../../utils/services/service.ts';
import { keepComment } from '../../../utils/services/templates/seen-comments.ts';
import { backupStores, copiedStores } from '../../../utils/storage/schema.ts';
import { fakeBrowser } from '../../support/fake-imports.ts';
import { dashboard, dump, good, type Machine, newMachine } from '../../support/memory-notebook.ts';

const sight: PaletteSight = {
  opening: 'one',
  platform: 'instagram',
  mode: 'comment',
  editor: 'ready',
  author: { handle: 'mira.holm', displayName: 'Mira Holm' },
  text: 'Where is my parcel, please?',
  post: { url: 'https://www.instagram.com/p/C9x/', title: 'New colours', handle: 'invented.shop' },
  product: { title: 'Mug' },
};
const frame: Caller = { kind: 'frame', tabId: 4 };

let machine: Machine;
let handlers: ReturnType<typeof makeHandlers>;
const keep = async (more: Partial<PaletteSight> = {}, creatorId: string | null = null) => {
  machine.later();
  await keepComment(machine.call(frame), { ...sight, ...more }, creatorId);
};
const seen = async () => good(await handlers['template.seen-comments']({}, machine.call(dashboard))).comments;
const add = async (handle: string) => {
  const account = { platform: 'instagram' as const, handle, url: `https://www.instagram.com/${handle}/` };
  const input = { operationId: newId(), displayName: handle, account };
  return good(await handlers['creator.add'](input, machine.call(dashboard))).creatorId;
};
const erase = async (creatorId: string, suppress = false) =>
  good(
    await handlers['person.erase']({ operationId: newId(), creatorId, suppress }, machine.call(dashboard)),
  );

beforeEach(() => {
  fakeBrowser.reset();
  machine = newMachine();
  handlers = makeHandlers(machine.notebook);
});

test('a comment that was replied to is kept with its author, post and product', async () => {
  await keep({}, 'someone');
  expect(await seen()).toMatchObject([
    {
      platform: 'instagram',
      author: { handle: 'mira.holm', displayName: 'Mira Holm' },
      text: 'Where is my parcel, please?',
      post: { title: 'New colours' },
      product: { title: 'Mug' },
      creatorId: 'someone',
    },
  ]);
});

test('a reply put in from the palette keeps what it was put beside, one that was not put in does not', async () => {
  const page: Caller = { kind: 'page', tabId: 4, url: 'https://www.instagram.com/p/C9x/' };
  let state = 'refused';
  fakeBrowser.answerFromTab = () => ({ ok: true, value: { state } });
  const insert = async () => {
    await handlers['palette.open']({ sight }, machine.call(page));
    const input = { opening: 'one', text: 'Soon.', tabStops: [] };
    good(await handlers['palette.insert'](input, machine.call(frame)));
  };
  await insert();
  expect(await seen()).toEqual([]);
  state = 'inserted';
  await insert();
  // the answer does not wait for it
  await expect
    .poll(async () => (await seen()).map(({ text }) => text))
    .toEqual(['Where is my parcel, please?']);
});

test('a post, a message, a comment without text or author is not kept', async () => {
  await keep({ mode: 'post' });
  await keep({ mode: 'message' });
  await keep({ text: ' \n ' });
  const { author: _author, ...nobody } = sight;
  await keepComment(machine.call(frame), nobody, null);
  expect(await seen()).toEqual([]);
});

test('only the last ones are kept, the newest first, each once, for some weeks', async () => {
  for (let turn = 1; turn <= seenCommentLimits.kept + 5; turn++) await keep({ text: `Comment ${turn}` });
  await keep({ text: 'Comment 24' });
  const texts = (await seen()).map(({ text }) => text);
  expect(texts).toHaveLength(seenCommentLimits.kept);
  expect(texts.slice(0, 3)).toEqual(['Comment 24', 'Comment 25', 'Comment 23']);
  expect(texts.at(-1)).toBe('Comment 6');
  machine.later((seenCommentLimits.days + 1) * 24 * 60);
  expect(await seen()).toEqual([]);
  await keep({ text: 'Later' });
  expect((await dump(machine, ['seenComments'])).seenComments).toHaveLength(1);
});

test('nobody is kept who must not be stored', async () => {
  await erase(await add('mira.holm'), true);
  await keep();
  expect(await seen()).toEqual([]);
  await keep({ author: { handle: 'noor.knits' } });
  expect(await seen()).toHaveLength(1);
});

test('erasing a person takes their comments, those below their posts and those that mention them', async () => {
  await keep({ text: 'Before she was in the notebook' });
  const mira = await add('mira.holm');
  await keep({ author: { handle: 'Mira.Holm' }, text: 'Hers' });
  await keep({ author: { handle: 'renamed.since' }, text: 'By id' }, mira);
  const noor = { handle: 'noor.knits' };
  await keep({ author: noor, text: 'ask @mira.holm.' });
  await keep({
    author: noor,
    text: 'nice post',
    post: { url: 'https://www.instagram.com/p/1/', handle: 'mira.holm' },
  });
  await keep({ author: noor, text: 'mine, @mira.holmes' });
  await keep({ author: { handle: 'mira.holm' }, platform: 'x', text: 'Somebody else of that name' });
  const about = good(await handlers['person.export']({ creatorId: mira }, machine.call(dashboard))).stores;
  expect(about.seenComments).toHaveLength(5);
  await erase(mira);
  expect((await seen()).map(({ text }) => text)).toEqual([
    'Somebody else of that name',
    'mine, @mira.holmes',
  ]);
  const { seenComments: _kept, ...rest } = await dump(machine);
  expect(JSON.stringify(rest)).not.toMatch(/she was in|Hers|nice post/);
});

test('they are in no backup and no second copy, and are wiped with the rest', async () => {
  expect([...backupStores, ...copiedStores]).not.toContain('seenComments');
  await keep();
  good(await handlers['notebook.wipe']({ operationId: newId() }, machine.call(dashboard)));
  expect(await seen()).toEqual([]);
});
