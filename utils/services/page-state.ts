import { browser } from '#imports';
import { fail, ok } from '../domain/result.ts';
import { siteOf } from '../sites/registry.ts';
import type { PageStatePath } from '../sites/site.ts';
import type { Service } from './service.ts';

/**
 * Runs in the page's own world, where the page may have replaced everything: a closure would not come along, so it says everything itself, and
 * what it returns is a stranger's. Copies plain data only, without calling anything of the page but getters on the way there, and stops at a
 * size that no reader needs.
 */
function copyState(paths: PageStatePath[]): string | null {
  let left = 60_000;
  const copy = (value: unknown, depth: number): unknown => {
    if (left-- <= 0 || depth > 14) return undefined;
    if (typeof value === 'string') return value.length > 100_000 ? undefined : value;
    if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
    if (typeof value !== 'object') return undefined;
    // a reactive reference of Vue holds its value inside
    const inner = (value as { _rawValue?: unknown; __v_isRef?: unknown }).__v_isRef
      ? (value as { _rawValue?: unknown })._rawValue
      : value;
    if (inner !== value) return copy(inner, depth + 1);
    if (value instanceof Node || value === window) return undefined;
    if (Array.isArray(value)) return value.slice(0, 2_000).map((item) => copy(item, depth + 1) ?? null);
    const result: Record<string, unknown> = {};
    for (const key of Object.keys(value).slice(0, 2_000)) {
      const copied = copy((value as Record<string, unknown>)[key], depth + 1);
      if (copied !== undefined) result[key] = copied;
    }
    return result;
  };
  const state: Record<string, unknown> = {};
  for (const { name, element, path } of paths) {
    try {
      let at: unknown = element === undefined ? window : document.querySelector(element);
      for (const key of path) {
        const held = at as { __v_isRef?: unknown; _rawValue?: unknown } | null | undefined;
        const base = held?.__v_isRef ? held._rawValue : held;
        at = (base as Record<string, unknown> | null | undefined)?.[key];
      }
      const copied = copy(at, 0);
      if (copied !== undefined) state[name] = copied;
    } catch {
      // the page's getter failed: there is nothing to read
    }
  }
  try {
    const text = JSON.stringify(state);
    return text.length <= 4_000_000 ? text : null;
  } catch {
    return null;
  }
}

/**
 * What the page's own scripts hold, as the site's file names it. Asked for when the person asks for a reading, on the few sites that name
 * something: nothing of ours stays in the page's world, and no event tells the page that we are here.
 * @param url address of the tab
 * @returns empty where the site names nothing, the browser refuses or the page gives nothing; untrusted otherwise
 */
export async function pageStateOf(tabId: number, url: string): Promise<Record<string, unknown>> {
  const paths = URL.canParse(url) ? siteOf(new URL(url))?.pageState : undefined;
  if (!paths?.length) return {};
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      world: 'MAIN',
      func: copyState,
      args: [paths],
    });
    const state: unknown = typeof frame?.result === 'string' ? JSON.parse(frame.result) : null;
    return typeof state === 'object' && state !== null && !Array.isArray(state)
      ? (state as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}

/** The page's script asks for what it cannot see itself. */
export const pageState: Service<'page.state'> = async (_input, { caller }) => {
  if (caller.tabId === undefined || caller.url === undefined)
    return fail('not-found', 'a page outside a tab');
  return ok({ state: await pageStateOf(caller.tabId, caller.url) });
};
