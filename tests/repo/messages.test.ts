import * as fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fail } from '../../utils/domain/result.ts';
import type { SenderKind } from '../../utils/messaging/protocol/message.ts';
import { type MessageType, protocol } from '../../utils/messaging/protocol.ts';
import { type Handlers, makeRouter } from '../../utils/messaging/router.ts';
import { type Sender, senderKind } from '../../utils/messaging/sender.ts';
import { messageTable } from '../support/message-table.ts';

const types = Object.keys(messageTable) as MessageType[];
const own = {
  id: 'abcdefghijklmnopabcdefghijklmnop',
  baseUrl: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop/',
};
const page = (path: string) => `${own.baseUrl}${path}`;

/** Every kind of sender that a browser can report, and what it is to us. */
const senders: [string, Sender, SenderKind | null][] = [
  [
    'our script in a page',
    {
      id: own.id,
      url: 'https://www.instagram.com/mira.holm/',
      frameId: 0,
      documentLifecycle: 'active',
      tab: { id: 3 },
    },
    'page',
  ],
  [
    'our script in a page without encryption',
    { id: own.id, url: 'http://shop.example/', frameId: 0, tab: { id: 3 } },
    'page',
  ],
  ['our frame in a page', { id: own.id, url: page('frame.html'), frameId: 7, tab: { id: 3 } }, 'frame'],
  [
    'our frame under the address of this session',
    {
      id: own.id,
      url: 'chrome-extension://0b5ec3c2-6f7e-4f0e-9a53-0f5b1d0c7d11/frame.html',
      frameId: 7,
      tab: { id: 3 },
    },
    'frame',
  ],
  ['the popup', { id: own.id, url: page('popup.html') }, 'popup'],
  ['the side panel', { id: own.id, url: page('sidepanel.html') }, 'sidepanel'],
  [
    'the dashboard',
    { id: own.id, url: page('dashboard.html#/settings'), frameId: 0, tab: { id: 4 } },
    'dashboard',
  ],
  [
    'our script in a sub-frame',
    { id: own.id, url: 'https://ads.example/', frameId: 12, tab: { id: 3 } },
    null,
  ],
  [
    'a page that is only rendered in advance',
    {
      id: own.id,
      url: 'https://www.instagram.com/',
      frameId: 0,
      documentLifecycle: 'prerender',
      tab: { id: 3 },
    },
    null,
  ],
  [
    'a page in the back-forward cache',
    {
      id: own.id,
      url: 'https://www.instagram.com/',
      frameId: 0,
      documentLifecycle: 'cached',
      tab: { id: 3 },
    },
    null,
  ],
  [
    'another extension',
    {
      id: 'ponmlkjihgfedcbaponmlkjihgfedcba',
      url: 'chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba/popup.html',
    },
    null,
  ],
  [
    'another extension with the address of our popup',
    { id: 'ponmlkjihgfedcbaponmlkjihgfedcba', url: page('popup.html') },
    null,
  ],
  [
    'a page that looks like our popup',
    { id: own.id, url: 'https://evil.example/popup.html', frameId: 3, tab: { id: 3 } },
    null,
  ],
  ['our worker', { id: own.id, url: page('background.js') }, null],
  [
    'a popup under an address that is not ours',
    { id: own.id, url: 'chrome-extension://0b5ec3c2-6f7e-4f0e-9a53-0f5b1d0c7d11/popup.html' },
    null,
  ],
  ['a file', { id: own.id, url: 'file:///home/page.html', frameId: 0, tab: { id: 3 } }, null],
  ['a page outside of any tab', { id: own.id, url: 'https://www.instagram.com/', frameId: 0 }, null],
  ['nobody', {}, null],
  ['somebody without an address', { id: own.id, tab: { id: 3 } }, null],
  ['somebody with a broken address', { id: own.id, url: 'not an address', frameId: 0, tab: { id: 3 } }, null],
];

test.each(senders)('%s', (_name, sender, kind) => {
  expect(senderKind(sender, own)).toBe(kind);
});

const handled = vi.fn();
/** Handlers that only note that they were reached; their answer is a failure that no router makes by itself. */
const handlers = Object.fromEntries(
  types.map((type) => [
    type,
    async (input: unknown) => {
      handled(type, input);
      return fail('not-found', 'reached');
    },
  ]),
) as unknown as Handlers<{ caller: { kind: SenderKind; tabId?: number } }>;

function route(message: unknown, kind: SenderKind | null) {
  return makeRouter(handlers)(message, kind && { caller: { kind } });
}

beforeEach(() => handled.mockClear());

test('the table knows every message of the protocol', () => {
  expect(types.toSorted()).toEqual(Object.keys(protocol).sort());
});

describe.each(types)('%s', (type) => {
  const { from, input } = messageTable[type];

  test('is taken from whom it may be, and from nobody else', async () => {
    for (const [name, sender] of senders) {
      handled.mockClear();
      const kind = senderKind(sender, own);
      const allowed = kind !== null && from.includes(kind);
      const answer = await route({ type, input }, kind);
      expect(answer, name).toMatchObject({ ok: false, code: allowed ? 'not-found' : 'forbidden' });
      expect(handled, name).toHaveBeenCalledTimes(allowed ? 1 : 0);
    }
  });

  test('refuses a payload with something added, missing or of another kind', async () => {
    const kind = from[0] ?? null;
    const payloads: unknown[] = [{ ...input, added: 1 }, null, undefined, 'text', 7, [], [input]];
    for (const key of Object.keys(input)) {
      const { [key]: _left, ...rest } = input as Record<string, unknown>;
      payloads.push({ ...input, [key]: { $: 1 } });
      if (['operationId', 'creatorId', 'day', 'reading', 'undo'].includes(key)) payloads.push(rest);
    }
    for (const payload of payloads)
      expect(await route({ type, input: payload }, kind)).toMatchObject({ code: 'invalid' });
    expect(handled).not.toHaveBeenCalled();
  });
});

test.each(['toString', '__proto__', 'constructor', 'creator.erase', '', 'page.need '])(
  'there is no message %j',
  async (type) => {
    expect(await route({ type, input: {} }, 'popup')).toMatchObject({ ok: false, code: 'unknown-message' });
  },
);

test.each([
  null,
  undefined,
  'page.need',
  4,
  [],
  {},
  { type: 'page.need' },
  { type: 4, input: {} },
  { type: 'page.need', input: {}, from: 'popup' },
])('%j is not a message', async (message) => {
  expect(await route(message, 'page')).toMatchObject({ ok: false });
  expect(handled).not.toHaveBeenCalled();
});

test('no message of a stranger is ever handled, whatever it holds, and the router never throws', async () => {
  const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true });
  const message = fc.oneof(
    anything,
    fc.record({ type: fc.oneof(fc.constantFrom(...types), fc.string()), input: anything }),
  );
  await fc.assert(
    fc.asyncProperty(message, async (strange) => {
      const answer = await route(strange, null);
      expect(answer.ok).toBe(false);
    }),
    { numRuns: 300 },
  );
  expect(handled).not.toHaveBeenCalled();
});

test('a page that floods is told to wait; the popup is not', async () => {
  const route = makeRouter(handlers);
  const message = { type: 'page.ask-in-popup', input: {} };
  const codes = new Set<string>();
  for (let i = 0; i < 200; i++) {
    const answer = await route(message, { caller: { kind: 'page', tabId: 3 } }, 1_000);
    if (!answer.ok) codes.add(answer.code);
  }
  expect(codes).toContain('busy');
  expect(await route(message, { caller: { kind: 'page', tabId: 4 } }, 1_000)).toMatchObject({
    code: 'not-found',
  });
  expect(await route(message, { caller: { kind: 'page', tabId: 3 } }, 60_000)).toMatchObject({
    code: 'not-found',
  });
  for (let i = 0; i < 200; i++)
    expect(await route({ type: 'tab.read', input: {} }, { caller: { kind: 'popup' } }, 1_000)).toMatchObject({
      code: 'not-found',
    });
});

test('an exception of a handler is answered with a code, and an answer outside its schema never leaves', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const broken = makeRouter({
    ...handlers,
    'tag.suggest': async () => {
      throw new Error('a bug');
    },
    'page.marks': async () => ({ ok: true, value: { marks: ['known'], notes: 'private' } as never }),
  });
  expect(await broken({ type: 'tag.suggest', input: {} }, { caller: { kind: 'popup' } })).toMatchObject({
    ok: false,
    code: 'internal',
  });
  const mark = await broken(
    { type: 'page.marks', input: messageTable['page.marks'].input },
    { caller: { kind: 'page' } },
  );
  expect(mark).toMatchObject({ ok: false, code: 'internal' });
  expect(JSON.stringify(mark)).not.toContain('private');
  expect(log).toHaveBeenCalledTimes(2);
  log.mockRestore();
});
