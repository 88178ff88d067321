import type { CDPSession } from '@playwright/test';

type Profile = Awaited<ReturnType<typeof stop>>['profile'];
const stop = (cdp: CDPSession) => cdp.send('Profiler.stop');
type Owner = 'ours' | 'page' | 'browser';

/** Whose call each node of the tree is part of: of the script that was called first. Calls into the browser belong to who makes them. */
function owners({ nodes }: Profile): Map<number, Owner> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const found = new Map<number, Owner>();
  const walk = (id: number, outer: Owner): void => {
    const node = byId.get(id);
    if (!node) return;
    const { url } = node.callFrame;
    const own = url.startsWith('chrome-extension:') ? 'ours' : url === '' ? 'browser' : 'page';
    const owner = outer === 'browser' ? own : outer;
    found.set(id, owner);
    for (const child of node.children ?? []) walk(child, owner);
  };
  const [root] = nodes;
  if (root) walk(root.id, 'browser');
  return found;
}

/**
 * Splits what a profile of a page's process saw between the page's scripts and those of an extension.
 * @returns milliseconds; `longestOfOurs` is the longest time in which nothing but the extension ran
 */
export function worldsOf(profile: Profile): { pageMs: number; oursMs: number; longestOfOurs: number } {
  const owner = owners(profile);
  const spent: Record<Owner, number> = { ours: 0, page: 0, browser: 0 };
  let stretch = 0;
  let longest = 0;
  for (const [at, id] of (profile.samples ?? []).entries()) {
    // a sample stands for the time until the next one
    const ms = (profile.timeDeltas?.[at + 1] ?? 0) / 1000;
    const whose = owner.get(id) ?? 'browser';
    spent[whose] += ms;
    stretch = whose === 'ours' ? stretch + ms : 0;
    longest = Math.max(longest, stretch);
  }
  return { pageMs: spent.page, oursMs: spent.ours, longestOfOurs: longest };
}
