import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pageStateOf } from '../../../utils/services/page-state.ts';
import { sites } from '../../../utils/sites/registry.ts';
import type { PageStatePath } from '../../../utils/sites/site.ts';
import { browser, fakeBrowser } from '../../support/fake-imports.ts';

const x = sites.find(({ id }) => id === 'x');
if (!x) throw new Error('the registry has no x');

/** Runs what is injected as the page's world would, on a page whose `window` is this. */
function inPageWorld(page: object, elements: Record<string, unknown> = {}): void {
  vi.stubGlobal('window', page);
  vi.stubGlobal('Node', class {});
  vi.stubGlobal('document', { querySelector: (selector: string) => elements[selector] ?? null });
  vi.spyOn(browser.scripting, 'executeScript').mockImplementation(async (injection) => {
    const { world, func, args } = injection as {
      world: string;
      func(paths: unknown): unknown;
      args: [unknown];
    };
    expect(world).toBe('MAIN');
    // what is injected loses everything around it: only its text goes over
    const alone = new Function(`return (${func.toString()})`)() as typeof func;
    return [{ result: alone(args[0]) }];
  });
}

const stateOf = async (...paths: PageStatePath[]) => {
  Object.assign(x, { pageState: paths });
  return pageStateOf(3, 'https://x.com/lin');
};

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  delete x.pageState;
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('copies what the site names from globals and elements, through references of Vue', async () => {
  inPageWorld(
    { app: { user: { __v_isRef: true, _rawValue: { name: 'Lin', followers: 12 } } } },
    { 'x-comments': { __data: { id: '7', member: { uname: 'ada' } } } },
  );
  expect(
    await stateOf(
      { name: 'user', path: ['app', 'user'] },
      { name: 'deep', path: ['app', 'user', 'name'] },
      { name: 'comments', element: 'x-comments', path: ['__data'] },
      { name: 'none', element: 'x-missing', path: ['__data'] },
    ),
  ).toEqual({
    user: { name: 'Lin', followers: 12 },
    deep: 'Lin',
    comments: { id: '7', member: { uname: 'ada' } },
  });
});

test('survives circles, throwing getters, functions, giant lists and texts', async () => {
  const circle: Record<string, unknown> = { name: 'a' };
  circle.self = circle;
  const trap = {
    get secret() {
      throw new Error('no');
    },
  };
  inPageWorld({
    circle,
    trap,
    call: () => 1,
    many: Array.from({ length: 5_000 }, (_, at) => at),
    long: 'x'.repeat(200_000),
  });
  const state = await stateOf(
    { name: 'circle', path: ['circle'] },
    { name: 'trap', path: ['trap'] },
    { name: 'call', path: ['call'] },
    { name: 'many', path: ['many'] },
    { name: 'long', path: ['long'] },
  );
  expect(state.circle).toMatchObject({ name: 'a' });
  expect(state).not.toHaveProperty('trap');
  expect(state).not.toHaveProperty('call');
  expect(state).not.toHaveProperty('long');
  expect(state.many).toHaveLength(2_000);
  expect(JSON.stringify(state).length).toBeLessThan(100_000);
});

test('asks nothing of a site that names nothing, and takes no answer for an empty one', async () => {
  const run = vi.spyOn(browser.scripting, 'executeScript');
  expect(await pageStateOf(3, 'https://x.com/lin')).toEqual({});
  expect(await pageStateOf(3, 'https://unknown.example/')).toEqual({});
  expect(run).not.toHaveBeenCalled();
  run.mockRejectedValueOnce(new Error('Cannot access contents of the page'));
  expect(await stateOf({ name: 'a', path: ['a'] })).toEqual({});
  run.mockResolvedValueOnce([{ result: '[1,2]' }]);
  expect(await stateOf({ name: 'a', path: ['a'] })).toEqual({});
  run.mockResolvedValueOnce([{ result: '{broken' }]);
  expect(await stateOf({ name: 'a', path: ['a'] })).toEqual({});
});
