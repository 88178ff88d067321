import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { newId } from '../../../utils/domain/new-id.ts';
import { type PageReading, pageReadingSchema } from '../../../utils/domain/page-reading.ts';
import { captureCreator } from '../../../utils/services/capture-creator.ts';
import { getCreator } from '../../../utils/services/get-creator.ts';
import { markHandles } from '../../../utils/services/mark-handles.ts';
import { saveBrand } from '../../../utils/services/save-brand.ts';
import { updateCreator } from '../../../utils/services/update-creator.ts';
import { codeOf, dump, good, type Machine, newMachine, pageIn } from '../../support/memory-notebook.ts';
import { named, profile } from '../../support/readings.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});

const capture = (reading: PageReading, operationId = newId()) =>
  captureCreator({ operationId, reading }, machine.call(pageIn(1)));
const view = async (creatorId: string) =>
  good(await getCreator(machine.contexts)({ creatorId }, machine.call()));
const mark = async (handle: string, stableId?: string) =>
  good(
    await markHandles(
      { platform: 'instagram', names: [{ handle, ...(stableId ? { stableId } : {}) }] },
      machine.call(),
    ),
  ).marks[0];

describe('the first capture', () => {
  test('saves creator, account, numbers and contacts with their sources', async () => {
    const answer = good(
      await capture(
        profile({
          emails: { value: ['Mira@Example.com'], source: 'dom', raw: 'mira (at) example.com' },
          links: { value: ['https://mira.example/', 'javascript:alert(1)'], source: 'state' },
        }),
      ),
    );
    expect(answer).toMatchObject({ outcome: 'created', missing: [] });
    const { creator, accounts, contacts, observations } = await view(answer.creatorId);
    expect(creator).toMatchObject({
      displayName: 'Mira Bakes',
      role: 'influencer',
      status: 'found',
      loyalty: 'none',
      doNotContact: false,
    });
    expect(accounts).toHaveLength(1);
    expect(accounts[0]).toMatchObject({
      handle: 'mira.bakes',
      url: 'https://www.instagram.com/mira.bakes/',
      facts: { followers: { value: 1_200, source: 'dom', raw: '1,200', precision: 'exact' } },
      readAt: { followers: '2026-03-10T09:00:00.000Z' },
    });
    expect(contacts.map(({ kind, value, source, inferred }) => [kind, value, source, inferred])).toEqual([
      ['email', 'mira@example.com', 'dom', true],
      ['link', 'https://mira.example/', 'state', false],
    ]);
    expect(observations).toMatchObject({ count: 1, last: { counts: { followers: { value: 1_200 } } } });
    expect((await dump(machine)).activities).toMatchObject([{ kind: 'creator-captured' }]);
  });

  test('goes by the handle where the page shows no name', async () => {
    const reading = profile(named('nameless'));
    delete reading.creator?.displayName;
    const { creatorId } = good(await capture(reading));
    expect((await view(creatorId)).creator.displayName).toBe('nameless');
  });

  test.each([[{}], [{ raw: 'Write to A@example.com' }]])(
    'an address plain on the page is not inferred',
    async (raw) => {
      const emails = { value: ['a@example.com'], source: 'dom' as const, ...raw };
      const { creatorId } = good(await capture(profile({ emails })));
      expect((await view(creatorId)).contacts[0]?.inferred).toBe(false);
    },
  );

  test.each<[string, string, Partial<PageReading>]>([
    ['a wall', 'wall', { kind: 'blocked' }],
    ['a page without a creator', 'nothing-to-save', { creator: undefined, kind: 'feed' }],
    [
      'a creator without a handle',
      'nothing-to-save',
      { creator: { displayName: { value: 'Someone', source: 'dom' } } },
    ],
  ])('%s saves nothing and is named: %s', async (_name, code, page) => {
    const before = await dump(machine);
    expect(codeOf(await capture(profile({}, page)))).toBe(code);
    expect(await dump(machine)).toEqual(before);
  });

  test("names the creator's missing facts, not the post's", async () => {
    const problems: PageReading['problems'] = [
      { field: 'likes', reason: 'missing' },
      { field: 'creator.followers', reason: 'blocked' },
      { field: 'post.text', reason: 'missing' },
      { field: '__proto__', reason: 'missing' },
    ];
    const onPost = good(await capture(profile(named('post.er'), { kind: 'post', problems })));
    expect(onPost.missing).toEqual([{ field: 'followers', reason: 'blocked' }]);
    const onProfile = good(await capture(profile(named('pro.filer'), { problems })));
    expect(onProfile.missing).toEqual([
      { field: 'likes', reason: 'missing' },
      { field: 'followers', reason: 'blocked' },
    ]);
  });

  test('an account of ours is never saved as a creator', async () => {
    const details = {
      name: 'Kiln & Co',
      accounts: [{ platform: 'instagram' as const, handle: 'Mira.Bakes', main: true }],
      shops: [],
      officialLinks: [],
      hashtags: [],
      countries: [],
      languages: [],
    };
    good(await saveBrand({ operationId: newId(), details }, machine.call()));
    expect(await mark('mira.bakes')).toBe('ours');
    expect(codeOf(await capture(profile()))).toBe('nothing-to-save');
    expect((await dump(machine)).creators).toEqual([]);
  });
});

describe('one more look', () => {
  test('is a new observation even when nothing moved', async () => {
    const first = good(await capture(profile()));
    machine.later();
    const again = good(await capture(profile()));
    expect(again).toEqual({ ...first, outcome: 'observed' });
    const { observations, accounts, contacts } = await view(first.creatorId);
    expect(observations.count).toBe(2);
    expect(observations.previous?.at).toBe('2026-03-10T09:00:00.000Z');
    expect(observations.last?.at).toBe('2026-03-10T09:01:00.000Z');
    expect([accounts.length, contacts.length]).toEqual([1, 0]);
  });

  test('takes newer values, even rounded ones, and keeps what the page no longer shows with its age', async () => {
    const { creatorId } = good(await capture(profile({ bio: { value: 'Sourdough.', source: 'dom' } })));
    machine.later();
    await capture(
      profile({ followers: { value: 12_000, source: 'dom', raw: '1.2万', precision: 'rounded' } }),
    );
    const [account] = (await view(creatorId)).accounts;
    expect(account?.facts.followers).toMatchObject({ value: 12_000, precision: 'rounded' });
    expect(account?.facts.bio).toEqual({ value: 'Sourdough.', source: 'dom' });
    expect(account?.readAt).toMatchObject({
      bio: '2026-03-10T09:00:00.000Z',
      followers: '2026-03-10T09:01:00.000Z',
    });
  });

  test('of two readings of the same age the exact number stays', async () => {
    const { creatorId } = good(await capture(profile()));
    await capture(profile({ followers: { value: 1_000, source: 'meta', raw: '1K', precision: 'rounded' } }));
    expect((await view(creatorId)).accounts[0]?.facts.followers?.value).toBe(1_200);
  });

  test('adds contacts without doubles', async () => {
    const emails = (value: string[]) => ({ emails: { value, source: 'dom' as const } });
    const { creatorId } = good(await capture(profile(emails(['a@example.com']))));
    await capture(profile(emails(['A@example.com', 'b@example.com', 'b@example.com'])));
    expect((await view(creatorId)).contacts.map(({ value }) => value).sort()).toEqual([
      'a@example.com',
      'b@example.com',
    ]);
  });

  test('do-not-contact and the operator’s words stay', async () => {
    const { creatorId } = good(await capture(profile()));
    const changes = { doNotContact: true, displayName: 'Mira (Leeds)' };
    await updateCreator(machine.contexts)({ operationId: newId(), creatorId, changes }, machine.call());
    expect(await mark('mira.bakes')).toBe('do-not-contact');
    await capture(profile());
    expect((await view(creatorId)).creator).toMatchObject(changes);
  });

  test('from a post keeps the address of the profile', async () => {
    const { creatorId } = good(await capture(profile()));
    await capture(profile({}, { kind: 'post', url: 'https://www.instagram.com/p/abc/' }));
    expect((await view(creatorId)).accounts[0]?.url).toBe('https://www.instagram.com/mira.bakes/');
  });
});

describe('who is who', () => {
  test('handles are the same in any case, and platforms are not mixed', async () => {
    good(await capture(profile(named('Mira.Bakes'))));
    expect(good(await capture(profile(named('mira.bakes')))).outcome).toBe('observed');
    const elsewhere = profile(named('mira.bakes'), { platform: 'tiktok' });
    expect(good(await capture(elsewhere)).outcome).toBe('created');
  });

  test('the same stable id under a new handle is the same person, with the old handle kept', async () => {
    const { creatorId } = good(await capture(profile(named('old.name', '77'))));
    machine.later();
    expect(good(await capture(profile(named('new.name', '77'))))).toMatchObject({
      creatorId,
      outcome: 'observed',
    });
    const [account] = (await view(creatorId)).accounts;
    expect(account).toMatchObject({
      handle: 'new.name',
      handleHistory: [{ handle: 'old.name', until: '2026-03-10T09:01:00.000Z' }],
    });
    expect([await mark('new.name'), await mark('old.name')]).toEqual(['known', 'new']);
  });

  test('a handle that now belongs to another stable id is another person', async () => {
    const first = good(await capture(profile(named('nice.name', '77'))));
    machine.later();
    const second = good(await capture(profile(named('nice.name', '88'))));
    expect(second.outcome).toBe('created');
    expect(second.creatorId).not.toBe(first.creatorId);
    // by handle alone it is the one who has it now; the former owner is found by id only
    expect(good(await capture(profile(named('nice.name')))).creatorId).toBe(second.creatorId);
    machine.later();
    const moved = good(await capture(profile(named('other.name', '77'))));
    expect(moved).toMatchObject({ creatorId: first.creatorId, outcome: 'observed' });
    const [account] = (await view(first.creatorId)).accounts;
    expect(account?.handleHistory).toEqual([{ handle: 'nice.name', until: '2026-03-10T09:01:00.000Z' }]);
  });

  test('an account known by handle learns its stable id', async () => {
    const { creatorId } = good(await capture(profile(named('mira.bakes'))));
    good(await capture(profile(named('mira.bakes', '77'))));
    expect(good(await capture(profile(named('renamed', '77')))).creatorId).toBe(creatorId);
  });
});

describe('at the same time', () => {
  test('ten captures of one person make one creator and ten observations', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => capture(profile())));
    expect(new Set(answers.map((answer) => good(answer).creatorId)).size).toBe(1);
    const { creators, accounts, observations } = await dump(machine);
    expect([creators?.length, accounts?.length, observations?.length]).toEqual([1, 1, 10]);
  });

  test('ten deliveries of one capture are one', async () => {
    const operationId = newId();
    const answers = await Promise.all(Array.from({ length: 10 }, () => capture(profile(), operationId)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(good(answers[0] ?? { ok: false, code: '', message: '' }).outcome).toBe('created');
    const { observations, activities, operations } = await dump(machine);
    expect([observations?.length, activities?.length, operations?.length]).toEqual([1, 1, 1]);
  });
});

describe('hostile payloads', () => {
  test('names of the prototype are names like others', async () => {
    const { creatorId } = good(await capture(profile(named('__proto__', 'constructor'))));
    expect((await view(creatorId)).accounts[0]?.handle).toBe('__proto__');
    expect(await mark('__proto__')).toBe('known');
    expect(({} as Record<string, unknown>).followers).toBeUndefined();
  });

  test('a fact called __proto__ is refused at the door and not taken over behind it', async () => {
    const text = JSON.stringify(profile()).replace(
      '"creator":{',
      '"creator":{"__proto__":{"value":1,"source":"dom"},',
    );
    const reading = JSON.parse(text) as PageReading;
    expect(z.safeParse(pageReadingSchema, reading).success).toBe(false);
    const { creatorId } = good(await capture(reading));
    const facts = (await view(creatorId)).accounts[0]?.facts ?? {};
    expect(Object.keys(facts).sort()).toEqual(['displayName', 'followers', 'handle']);
    expect(Object.getPrototypeOf(facts)).toBe(Object.prototype);
  });

  test('a page that lists thousands of links fills the address book only so far', async () => {
    const links = Array.from({ length: 3_000 }, (_, index) => `https://spam.example/${index}`);
    const { creatorId } = good(await capture(profile({ links: { value: links, source: 'dom' } })));
    expect((await view(creatorId)).contacts).toHaveLength(50);
  });
});
