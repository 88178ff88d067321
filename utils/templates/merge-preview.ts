import type { Template, TemplateDetails, Variant } from '../domain/template.ts';
import { templateLimits as limits } from '../domain/template-limits.ts';
import type { ReadTemplate } from './read-result.ts';

/** `new`: comes in · `changed`: one that is there gets something · `same`: nothing to do. */
export type MergeOutcome = 'new' | 'changed' | 'same';

export interface MergeRow {
  outcome: MergeOutcome;
  /** line of the file */
  line: number;
  /** what is sent: with the id of one that is there it takes its place */
  id?: string;
  /** as it would be afterwards */
  details: TemplateDetails;
  /** what is there now */
  before?: Template;
  /** fields that differ */
  fields: (keyof TemplateDetails)[];
  /** somebody else has the shortcut: it comes in without it */
  shortcutTaken?: string;
  /** another line of the file has the same id: this one comes in as a new one */
  doubledId?: boolean;
}

export interface MergePreview {
  rows: MergeRow[];
  counts: Record<MergeOutcome, number>;
}

const textKey = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
const folded = (shortcut: string) => shortcut.normalize('NFKC').toLowerCase();

/** Both sides' wordings: ours keep their place and id, what the file changed of them or adds comes behind. */
function mergedVariants(ours: readonly Variant[], theirs: readonly Variant[]): Variant[] {
  const merged = ours.map((variant) => ({ ...variant, wordings: [...variant.wordings] }));
  for (const variant of theirs) {
    const own = merged.find(({ language }) => language === variant.language);
    if (!own) {
      merged.push({ ...variant, wordings: [...variant.wordings] });
      continue;
    }
    const known = new Set(own.wordings.map(({ text }) => textKey(text)));
    for (const wording of variant.wordings) {
      if (known.has(textKey(wording.text))) continue;
      known.add(textKey(wording.text));
      const place = own.wordings.findIndex(({ id }) => id === wording.id);
      // the same wording edited: the file's text holds, ours is kept as a version
      if (place >= 0) own.wordings[place] = wording;
      else if (own.wordings.length < limits.wordings) own.wordings.push(wording);
    }
  }
  return merged.slice(0, limits.variants);
}

/** Ours with what the file says: what it does not say stays, tags, sites and wordings come together. */
function merged(before: TemplateDetails, incoming: TemplateDetails): TemplateDetails {
  const said = Object.fromEntries(
    Object.entries(incoming).filter(([, value]) => value !== undefined && value !== ''),
  );
  return {
    ...before,
    ...said,
    tags: [...new Set([...before.tags, ...incoming.tags])].slice(0, limits.tags),
    platforms: incoming.platforms.length > 0 ? incoming.platforms : before.platforms,
    actions: incoming.actions.length > 0 ? incoming.actions : before.actions,
    variants: mergedVariants(before.variants, incoming.variants),
  };
}

const fieldNames = [
  'title',
  'shortcut',
  'folder',
  'tags',
  'platforms',
  'variants',
  'actions',
  'reviewOn',
  'reviewNote',
  'archived',
  'draft',
  'starter',
] as const satisfies (keyof TemplateDetails)[];

/** Fields that differ; a false mark is as good as none. */
function differences(a: TemplateDetails, b: TemplateDetails): (keyof TemplateDetails)[] {
  return fieldNames.filter(
    (name) => JSON.stringify(a[name] || undefined) !== JSON.stringify(b[name] || undefined),
  );
}

function detailsOf({
  id: _id,
  createdAt: _made,
  updatedAt: _changed,
  ...details
}: Template): TemplateDetails {
  return details;
}

/** Languages and texts: what makes two templates the same where there is no id. */
function contentKey({ variants }: TemplateDetails): string {
  return variants
    .map(
      ({ language, wordings }) =>
        `${language}\n${wordings
          .map(({ text }) => textKey(text))
          .sort()
          .join('\n')}`,
    )
    .sort()
    .join('\n\n');
}

/**
 * What an import would do, and what is to be sent for it. By id ours is updated and loses nothing; without an id a text that is there
 * already is left alone, anything else is new. Ten thousand lines take well under a second.
 */
export function previewMerge(existing: readonly Template[], incoming: readonly ReadTemplate[]): MergePreview {
  const byId = new Map(existing.map((template) => [template.id, template]));
  const byContent = new Set(existing.map((template) => contentKey(template)));
  const owners = new Map(
    existing.flatMap(({ id, shortcut }) => (shortcut ? [[folded(shortcut), id] as const] : [])),
  );
  const seen = new Set<string>();
  const rows: MergeRow[] = [];

  for (const { id, details, line } of incoming) {
    const doubledId = id !== undefined && seen.has(id);
    const before = id === undefined || doubledId ? undefined : byId.get(id);
    if (id !== undefined) seen.add(id);
    const content = contentKey(details);
    if (!before && byContent.has(content)) {
      rows.push({ outcome: 'same', line, details, fields: [] });
      continue;
    }
    byContent.add(content);
    let next = before ? merged(detailsOf(before), details) : details;
    const owner = next.shortcut === undefined ? undefined : owners.get(folded(next.shortcut));
    const taken = owner !== undefined && owner !== before?.id ? next.shortcut : undefined;
    if (taken !== undefined) {
      const { shortcut: _taken, ...rest } = next;
      next = before?.shortcut === undefined ? rest : { ...rest, shortcut: before.shortcut };
    } else if (next.shortcut !== undefined) owners.set(folded(next.shortcut), before?.id ?? `line ${line}`);
    const fields = before ? differences(detailsOf(before), next) : [];
    rows.push({
      outcome: before ? (fields.length > 0 ? 'changed' : 'same') : 'new',
      line,
      ...(id === undefined || doubledId ? {} : { id }),
      details: next,
      ...(before ? { before } : {}),
      fields,
      ...(taken === undefined ? {} : { shortcutTaken: taken }),
      ...(doubledId ? { doubledId } : {}),
    });
  }
  const counts: Record<MergeOutcome, number> = { new: 0, changed: 0, same: 0 };
  for (const { outcome } of rows) counts[outcome]++;
  return { rows, counts };
}

/** What is sent for a preview: only what changes something. */
export function importOf({ rows }: MergePreview): { id?: string; details: TemplateDetails }[] {
  return rows
    .filter(({ outcome }) => outcome !== 'same')
    .map(({ id, details }) => ({ ...(id === undefined ? {} : { id }), details }));
}
