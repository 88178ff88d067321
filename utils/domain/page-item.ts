import { cutText } from './cut-text.ts';
import { itemKeys } from './item-keys.ts';
import type { PageKind } from './platform.ts';
import type { ItemKind } from './tag-effect.ts';
import { textLimits } from './text-limits.ts';

/** What is known of a page: by a reading of it, or where its site's addresses tell enough, by its address alone. */
interface KnownPage {
  platform: string;
  kind: PageKind;
  /** `<platform>:<kind>:<id>`; null where nothing tells the page apart */
  key: string | null;
  /** its canonical address */
  url: string;
}

/**
 * What a page is of, as far as that can be tagged, with what it is found again by: the product or post whose number the site gives, else the
 * page itself. Whose profile it is, is not asked here: people have `creatorKeys`.
 */
export function pageItem(page: KnownPage): { kind: ItemKind; keys: string[] } {
  const { platform, key, url } = page;
  const id = key?.slice(`${platform}:${page.kind}:`.length);
  const named = id && (page.kind === 'product' || page.kind === 'post') ? { kind: page.kind, id } : null;
  const of = named ?? { kind: 'page' as const, id: key ?? url };
  return {
    kind: of.kind,
    keys: itemKeys({ platform, kind: of.kind, id: cutText(of.id, textLimits.short) }),
  };
}
