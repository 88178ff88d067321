import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fetchText, retryAfter } from '../../../utils/services/refresh/fetch-text.ts';

const now = new Date('2026-03-10T09:00:00.000Z');
const ask = (response: Response | Error) => {
  const asked = vi.fn(async (_address: string, _how?: RequestInit) => {
    if (response instanceof Error) throw response;
    return response;
  });
  vi.stubGlobal('fetch', asked);
  return asked;
};
const get = () => fetchText('https://nordlys.example/', now);

beforeEach(() => void vi.unstubAllGlobals());
afterEach(() => void vi.unstubAllGlobals());

describe('a request to a shop', () => {
  test('is nobody’s: no cookies, no referrer, and no redirect is followed', async () => {
    const asked = ask(new Response('hello'));
    expect(await get()).toEqual({ state: 'text', text: 'hello' });
    expect(asked.mock.calls[0]?.[1]).toMatchObject({
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
    });
  });

  test.each([301, 302, 307])('answered by %i has moved', async (status) => {
    ask(new Response(null, { status, headers: { location: 'https://elsewhere.example/login' } }));
    expect(await get()).toEqual({ state: 'moved' });
  });

  test('tells the status, and when it may be asked again', async () => {
    ask(new Response('slow down', { status: 429, headers: { 'retry-after': '3600' } }));
    expect(await get()).toEqual({
      state: 'status',
      status: 429,
      notBefore: new Date('2026-03-10T10:00:00.000Z'),
    });
  });

  test('that fails is unreachable', async () => {
    ask(new TypeError('failed'));
    expect(await get()).toEqual({ state: 'unreachable' });
  });

  test('stops loading behind 10 MB', async () => {
    let sent = 0;
    let cancelled = false;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1_000_000;
        controller.enqueue(new Uint8Array(1_000_000));
        if (sent > 60_000_000) controller.close();
      },
      cancel() {
        cancelled = true;
      },
    });
    ask(new Response(body));
    expect(await get()).toEqual({ state: 'too-large' });
    expect(cancelled).toBe(true);
    expect(sent).toBeLessThan(13_000_000);
  });

  test.each([
    ['the header', 'text/html; charset=GBK', '<p>'],
    ['the page', 'text/html', '<meta charset="gbk"><p>'],
  ])('reads words in the encoding that %s names', async (_by, type, before) => {
    const candle = new Uint8Array([...new TextEncoder().encode(before), 0xc0, 0xaf, 0xd6, 0xf2]);
    ask(new Response(candle, { headers: { 'content-type': type } }));
    expect(await get()).toEqual({ state: 'text', text: `${before}蜡烛` });
  });
});

test.each([
  ['120', '2026-03-10T09:02:00.000Z'],
  ['Tue, 10 Mar 2026 12:00:00 GMT', '2026-03-10T12:00:00.000Z'],
  // a week at most: a year would be no pause but an end
  ['99999999', '2026-03-17T09:00:00.000Z'],
  ['Mon, 09 Mar 2026 12:00:00 GMT', undefined],
  ['soon', undefined],
  [null, undefined],
])('Retry-After %s', (header, at) => {
  expect(retryAfter(header, now)?.toISOString()).toBe(at);
});
