import type { PlatformId } from '../../../utils/domain/platform.ts';
import type { Template } from '../../../utils/domain/template.ts';
import type { PaletteContext } from '../../../utils/messaging/protocol/palette.ts';
import { fittingFirst } from '../../../utils/templates/choose-variant.ts';
import {
  byShortcut,
  indexTemplates,
  searchTemplates,
  type TemplateIndex,
} from '../../../utils/templates/search-templates.ts';

/** Rows that are drawn; whoever looks for more types a letter. */
export const shownAtMost = 50;

/** The replies that can be used at all, ready to be searched. Made once for a list. */
export interface Offered {
  index: TemplateIndex;
  all: readonly Template[];
}

const made = new WeakMap<readonly Template[], Offered>();

/** @param templates of the notebook; those put away and those that cannot be filled yet are left out */
export function offeredOf(templates: readonly Template[]): Offered {
  const known = made.get(templates);
  if (known) return known;
  const all = templates.filter(({ archived, draft }) => !archived && !draft);
  const offered = { index: indexTemplates(all), all };
  made.set(templates, offered);
  return offered;
}

const isFor = ({ platforms }: Template, platform: PlatformId) =>
  platforms.length === 0 || platforms.includes(platform);

/**
 * What the list shows. Without a query this site's most used, then those with a variant in the comment's language, then the others; replies that
 * are meant for other sites are found by searching only.
 * @param language of the comment
 * @returns `total`: how many there are in all; `keys`: how many of the first rows have a number key
 */
export function listFor(
  { index, all }: Offered,
  { sight, mostUsed }: PaletteContext,
  language: string | null,
  query: string,
): { rows: Template[]; total: number; keys: number } {
  if (query.trim() !== '') {
    const found = searchTemplates(index, query, { mostUsed, limit: shownAtMost * 4 });
    const here = found.filter((template) => isFor(template, sight.platform));
    const elsewhere = found.filter((template) => !isFor(template, sight.platform));
    const rows = [...here, ...elsewhere];
    return { rows: rows.slice(0, shownAtMost), total: rows.length, keys: 0 };
  }
  const here = all.filter((template) => isFor(template, sight.platform));
  const byId = new Map(here.map((template) => [template.id, template]));
  const used = mostUsed.flatMap((id) => byId.get(id) ?? []);
  const isUsed = new Set(used);
  const rest = fittingFirst(
    here.filter((template) => !isUsed.has(template)),
    language,
  );
  const rows = [...used, ...rest];
  return { rows: rows.slice(0, shownAtMost), total: rows.length, keys: Math.min(9, rows.length) };
}

/** The reply whose shortcut was typed. */
export function typedReply({ index }: Offered, shortcut: string | undefined): Template | undefined {
  return shortcut === undefined ? undefined : byShortcut(index, shortcut);
}
