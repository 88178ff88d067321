// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { overlay } from '../../../utils/i18n/locales/en/overlay.ts';
import { pick as en } from '../../../utils/i18n/locales/en/pick.ts';
import { pick as zh_CN } from '../../../utils/i18n/locales/zh_CN/pick.ts';
import { pick as zh_TW } from '../../../utils/i18n/locales/zh_TW/pick.ts';
import { makeTranslate } from '../../../utils/i18n/translate.ts';
import { pointAt } from '../../../utils/page/features/pick-element.ts';
import type { Page } from '../../../utils/page/page.ts';
import { pickerSlot } from '../../../utils/page/picker-slot.ts';
import { makePicker } from '../../../utils/page/picking/pick-field.ts';
import { readersSlot } from '../../../utils/page/readers-slot.ts';
import { selectorFor } from '../../../utils/sites/hint-selector.ts';
import { valueHere } from '../../../utils/sites/hint-value.ts';
import * as client from '../components/fake-client.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('../components/fake-client.ts'));

const body = `<main><h1>Mira</h1><ul><li>Posts <b>1,204</b></li><li class="fans">Fans <b title="48,213"><i>48.2K</i></b></li></ul>
  <a href="/mira/followers/">all</a><p></p><button>Follow</button></main>`;
const roots: ShadowRoot[] = [];
let stop: AbortController;
let opened: (Element | null)[];
let said: string[];
const close = vi.fn();

function pageOf(): Page {
  return {
    document,
    site: { id: 'instagram', hosts: [], identify: () => null, profileAnchors: ['main h1'] },
    identity: { kind: 'profile', handle: 'mira', url: 'https://www.instagram.com/mira/' },
    frame: { open: (near: Element | null) => opened.push(near), close, resize: () => {} },
    toast: (text: string) => said.push(text),
    theme: 'light',
    t: Object.assign((key: keyof typeof overlay) => overlay[key] ?? key, { language: 'en', locale: 'en' }),
    stepBack: vi.fn(),
  } as unknown as Page;
}

const trusted = <E extends Event>(event: E) => Object.defineProperty(event, 'isTrusted', { value: true });
const key = (name: string, type = 'keydown') => {
  const event = trusted(
    new KeyboardEvent(type, { key: name, bubbles: true, cancelable: true, composed: true }),
  );
  document.body.dispatchEvent(event);
  return event;
};
function press(
  target: Element,
  types = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'],
): Event[] {
  return types.map((type) => {
    const event = trusted(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true }));
    target.dispatchEvent(event);
    return event;
  });
}
const settle = () => new Promise((done) => setTimeout(done, 5));
const find = (selector: string) => document.querySelector(selector) as Element;
/** What is said of the element under the outline. */
const outlined = () => roots.at(-1)?.querySelector('[aria-live]')?.textContent;
const line = () => roots.at(-1)?.querySelector('.toast p')?.textContent;
const pointed = () => client.sentOf('hint.pointed');

async function begin(field: 'creator.followers' | 'creator.bio' = 'creator.followers') {
  await pointAt(pageOf(), field, stop.signal);
}

beforeEach(() => {
  document.documentElement.lang = 'en';
  document.body.innerHTML = body;
  stop = new AbortController();
  opened = [];
  said = [];
  close.mockClear();
  roots.length = 0;
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (
    this: Element,
    options: ShadowRootInit,
  ) {
    const root = attach.call(this, options);
    roots.push(root);
    return root;
  });
  vi.spyOn(Element.prototype, 'getClientRects').mockReturnValue([{}] as never);
  client.answer('page.need', { hints: [] });
  client.answer('hint.pointed', {});
  readersSlot.provide({
    valueHere,
    readPage: (_document, url) => ({
      platform: 'instagram',
      kind: 'profile',
      key: 'instagram:profile:mira',
      url,
      creator: { handle: { value: 'mira', source: 'url' } },
      problems: [],
    }),
  });
  pickerSlot.provide(
    makePicker({
      selectorFor,
      words: ({ t }) => makeTranslate({ en, zh_CN, zh_TW }, t.language, 'cross-border', t.locale),
    }),
  );
});
afterEach(() => {
  stop.abort();
  client.resetClient();
  vi.restoreAllMocks();
});

test('asks for what it takes, takes the card away and says how', async () => {
  await begin();
  expect(client.sentOf('page.need')).toEqual([{ part: 'picker' }, { part: 'readers' }]);
  expect(close).toHaveBeenCalledOnce();
  expect(line()).toBe(en.pick_how);
  expect(outlined()).toBe('h1 Mira');
});

test('by keys alone: around, inside, beside, then Enter', async () => {
  await begin();
  for (const [name, there] of [
    ['ArrowLeft', 'h1 Mira'],
    ['ArrowRight', 'ul Posts 1,204Fans 48.2K'],
    ['ArrowDown', 'li Posts 1,204'],
    ['ArrowRight', 'li Fans 48.2K'],
    ['ArrowUp', 'ul Posts 1,204Fans 48.2K'],
    ['ArrowDown', 'li Posts 1,204'],
    ['ArrowDown', 'b 1,204'],
    ['ArrowDown', 'b 1,204'],
  ] as const) {
    expect(key(name).defaultPrevented).toBe(true);
    expect(outlined(), name).toBe(there);
  }
  expect(key('a').defaultPrevented).toBe(false);
  key('Enter');
  await settle();
  expect(pointed()).toEqual([
    {
      hint: {
        platform: 'instagram',
        kind: 'profile',
        field: 'creator.followers',
        selector: 'main > ul:nth-of-type(1) > li:nth-of-type(1) > b:nth-of-type(1)',
      },
      raw: '1,204',
      value: '1204',
    },
  ]);
  expect(opened).toEqual([find('li b')]);
  expect(document.querySelector('span')).toBeNull();
});

test('the way up ends at the body, and goes out of open shadow roots', async () => {
  const outer = document.createElement('div');
  document.body.append(outer);
  const inner = outer.attachShadow({ mode: 'open' });
  inner.append(document.createElement('em'));
  await begin();
  find('main').dispatchEvent(new Event('x'));
  inner.firstElementChild?.dispatchEvent(
    trusted(new PointerEvent('pointermove', { bubbles: true, composed: true })),
  );
  expect(outlined()).toMatch(/^em/);
  key('ArrowUp');
  expect(outlined()).toMatch(/^div/);
  key('ArrowUp');
  key('ArrowUp');
  key('ArrowUp');
  expect(outlined()).toMatch(/^body/);
});

test('the element around that has the exact number is taken, with its attribute', async () => {
  await begin();
  press(find('i'));
  await settle();
  expect(pointed()).toMatchObject([
    { hint: { selector: 'li.fans b', attribute: 'title' }, raw: '48,213', value: '48213' },
  ]);
  expect(opened).toEqual([find('b[title]')]);
});

test('a press chooses, and nothing of it reaches the site', async () => {
  const heard = vi.fn();
  const button = find('button');
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown']) {
    button.addEventListener(type, heard);
    document.addEventListener(type, heard, true);
  }
  await begin();
  expect(press(button).every((event) => event.defaultPrevented)).toBe(true);
  key('Enter');
  key('Enter', 'keyup');
  expect(heard).not.toHaveBeenCalled();
  stop.abort();
  press(button);
  expect(heard).toHaveBeenCalledTimes(10);
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown'])
    document.removeEventListener(type, heard, true);
});

test('what a script of the page makes up chooses nothing', async () => {
  await begin();
  find('i').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  await settle();
  expect(pointed()).toEqual([]);
});

test('what cannot be the field is shown all the same, and an empty place asks for another', async () => {
  await begin();
  press(find('p'));
  await settle();
  expect(line()).toBe(en.pick_empty);
  press(find('button'));
  await settle();
  expect(pointed()).toMatchObject([{ raw: 'Follow' }]);
  expect(pointed()[0]).not.toHaveProperty('value');
});

describe('ends', () => {
  test('with Escape, and the card comes back', async () => {
    await begin();
    key('Escape');
    expect(opened).toEqual([find('h1')]);
    expect(pointed()).toEqual([]);
    press(find('i'));
    await settle();
    expect(pointed()).toEqual([]);
  });

  test('with the page, without a trace', async () => {
    await begin();
    stop.abort();
    expect(document.querySelector('span')).toBeNull();
    expect(key('Enter').defaultPrevented).toBe(false);
    expect(opened).toEqual([]);
  });

  test('not where Deckhand does not answer: it can be chosen again', async () => {
    client.refuse('hint.pointed', 'unreachable');
    await begin();
    press(find('i'));
    await settle();
    expect(line()).toBe(en.pick_failed);
    client.answer('hint.pointed', {});
    press(find('i'));
    await settle();
    expect(opened).toHaveLength(1);
  });
});

test('does not begin on a page that still shows somebody else, or where a file is refused', async () => {
  readersSlot.provide({
    valueHere,
    readPage: (_document, url) => ({
      platform: 'instagram',
      kind: 'profile',
      key: null,
      url,
      creator: { handle: { value: 'noor', source: 'dom' } },
      problems: [],
    }),
  });
  await begin();
  client.refuse('page.need', 'no-access');
  await begin();
  expect(said).toEqual([overlay.overlay_moving, overlay.overlay_not_opened]);
  expect(roots).toEqual([]);
  expect(close).not.toHaveBeenCalled();
});

test('changes nothing of the page', async () => {
  const before = document.body.outerHTML;
  await begin();
  key('ArrowRight');
  expect(document.body.outerHTML).toBe(before);
  const added = [...document.documentElement.children].filter(
    (child) => child !== document.body && child !== document.head,
  );
  expect(added.map((child) => child.outerHTML)).toEqual(['<span></span>']);
});
