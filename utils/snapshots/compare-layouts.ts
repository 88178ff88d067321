import type { Change, TextRegion } from '../domain/change-kind.ts';
import type { LayoutNode, PageLayout } from '../domain/snapshot.ts';
import { pictureIdentity, pictureSite } from './addresses.ts';
import { ChangeList, type CompareOptions } from './change-list.ts';
import { samePicture } from './picture-hash.ts';

/** Parts that come and go with the visitor or the hour, and products, whose number is the reading's. */
const passing = new Set<TextRegion>(['notice', 'advert', 'recommended', 'card']);

const structural = /^(?:article|aside|div|figure|footer|form|h1|h2|header|main|nav|ol|section|table|ul)$/;
const builtName = /\d{2,}|^(?:css|jss|sc|emotion|svelte|jsx)-|__[A-Za-z0-9_-]{5,}$|--[A-Za-z0-9]{5,}$/;
const momentName =
  /^(?:is|has|js|no|a)-|(?:^|-)(?:active|open|opened|loaded|loading|lazy\w*|visible|hidden|selected|current|hover|focus|in-view)$/;

function nameOf({ tag = '', classes = [] }: LayoutNode): string {
  const name = classes.find((each) => !builtName.test(each) && !momentName.test(each));
  return name ? `${tag}.${name}` : tag;
}

const depthCompared = 6;

/** How the page is built: the ways to its structural elements, each once however often it stands there. */
function outlineOf({ nodes }: PageLayout): Set<string> {
  const ways: string[] = [];
  const depths: number[] = [];
  const outline = new Set<string>();
  nodes.forEach((node, index) => {
    const outer = ways[node.parent] ?? '';
    const depth = (depths[node.parent] ?? -1) + 1;
    const isPart = node.tag !== undefined && structural.test(node.tag) && !passing.has(node.region ?? 'main');
    ways[index] = isPart && depth <= depthCompared ? `${outer}>${nameOf(node)}` : outer;
    depths[index] = depth;
    if (isPart && depth > 0 && depth <= depthCompared) outline.add(ways[index] ?? '');
  });
  return outline;
}

/** The pictures of the banner, by their names. */
function bannersOf({ nodes }: PageLayout): Map<string, string> {
  const banners = new Map<string, string>();
  for (const { picture, region } of nodes)
    if (picture && region === 'banner') banners.set(pictureIdentity(picture), picture);
  return banners;
}

/** Whether a picture shows what one of the others shows, or may: on another picture server its name says nothing. */
function isKnown(picture: string, among: Iterable<string>, { pictures }: CompareOptions): boolean {
  const hash = pictures?.get(picture);
  const others = [...among];
  if (hash === undefined) return !others.some((other) => pictureSite(other) === pictureSite(picture));
  return others.some((other) => {
    const known = pictures?.get(other);
    return known !== undefined && samePicture(hash, known);
  });
}

/** Less of the page is no other layout: a badge, a line more. */
const leastShare = 0.08;
const leastParts = 2;

/**
 * Whether the page is built in another way (`layout`, key `page`, with the share of its parts that came or went), and whether its banner
 * shows other pictures (`layout`, key `banner`). Slides in another order, other class names of a new build, adverts and recommendations are no change.
 */
export function compareLayouts(
  before: PageLayout,
  after: PageLayout,
  options: CompareOptions = {},
): Change[] {
  const list = new ChangeList(options);
  const [old, now] = [bannersOf(before), bannersOf(after)];
  const gone = [...old].filter(([name, at]) => !now.has(name) && !isKnown(at, now.values(), options));
  const come = [...now].filter(([name, at]) => !old.has(name) && !isKnown(at, old.values(), options));
  // a banner that only vanished or appeared may not have loaded
  if (gone.length > 0 && come.length > 0)
    list.add({ kind: 'layout', key: 'banner', from: gone[0]?.[1] ?? '', to: come[0]?.[1] ?? '' });
  // a cut page ends anywhere
  if (before.cut || after.cut) return list.changes;
  const [outline, outlineNow] = [outlineOf(before), outlineOf(after)];
  const all = new Set([...outline, ...outlineNow]);
  const different = [...all].filter((way) => outline.has(way) !== outlineNow.has(way)).length;
  const share = all.size === 0 ? 0 : different / all.size;
  if (different >= leastParts && share >= leastShare)
    list.add({ kind: 'layout', key: 'page', percent: Math.round(share * 1_000) / 10 });
  return list.changes;
}
