import { recentLooks } from './drift.ts';
import { fullFieldName } from './field-name.ts';
import type { PageReading, Source } from './page-reading.ts';
import type { FieldHealth, SiteHealth } from './site-health.ts';

/** What one reading says about the reader: names of facts and where they stood, no value and no address. */
export interface Look {
  platform: PageReading['platform'];
  kind: PageReading['kind'];
  found: Map<string, Source>;
  missed: Set<string>;
}

const subjects = ['creator', 'post', 'product', 'shop'] as const;
const lists = ['products', 'comments'] as const;

/** Kinds of page on which nothing is expected. */
const countsNothing: readonly PageReading['kind'][] = ['blocked', 'other', 'inbox'];

/** Beyond this a page is not one of ours but a stranger's attempt to fill the notebook. */
const mostFields = 80;

/**
 * What a reading tells about the reader. A fact that is absent without a problem is not expected on such a page and counts nothing; what the
 * site itself hides neither.
 * @returns null where there is nothing to note
 */
export function lookOf(reading: PageReading): Look | null {
  const { platform, kind } = reading;
  if (countsNothing.includes(kind)) return null;
  const found = new Map<string, Source>();
  for (const subject of subjects)
    for (const [name, field] of Object.entries(reading[subject] ?? {}))
      if (field && typeof field === 'object' && 'source' in field)
        found.set(`${subject}.${name}`, field.source as Source);
  for (const name of lists) {
    const first = reading[name]?.[0];
    const field = Object.values(first ?? {}).find((value) => value && typeof value === 'object');
    if (field) found.set(name, (field as { source: Source }).source);
  }
  const missed = new Set(
    reading.problems
      .filter(({ reason }) => reason !== 'blocked')
      .map(({ field }) => fullFieldName(field, kind))
      .filter((field) => field.length <= 80 && !found.has(field)),
  );
  return found.size + missed.size === 0 || found.size + missed.size > mostFields
    ? null
    : { platform, kind, found, missed };
}

/** Fields that a row about a whole part of the reading stands for, among those that were ever noted. */
function hit(row: string, known: readonly string[]): string[] {
  if (row === 'page') return known.filter((field) => field !== 'page');
  return known.filter((field) => field.startsWith(`${row}.`));
}

function seen(before: FieldHealth | undefined, at: string, source: Source | undefined): FieldHealth {
  const recent = `${source ? 1 : 0}${before?.recent ?? ''}`.slice(0, recentLooks);
  return source ? { ...before, recent, lastFound: at, source } : { ...before, recent, lastMissed: at };
}

/**
 * The row of a kind of page after one more look.
 * @param at time of the look, ISO
 * @param skeleton the page's structure, where something was missing
 */
export function afterLook(
  before: SiteHealth | undefined,
  look: Look,
  at: string,
  skeleton?: string,
): SiteHealth {
  const fields: SiteHealth['fields'] = { ...before?.fields };
  const known = Object.keys(fields);
  const missed = new Set<string>();
  for (const row of look.missed) {
    const meant = hit(row, known).filter((field) => !look.found.has(field));
    for (const field of meant.length > 0 ? meant : [row]) missed.add(field);
  }
  for (const [field, source] of look.found) fields[field] = seen(fields[field], at, source);
  for (const field of missed) fields[field] = seen(fields[field], at, undefined);
  return {
    ...before,
    id: `${look.platform}:${look.kind}`,
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
    platform: look.platform,
    kind: look.kind,
    fields,
    ...(skeleton === undefined ? {} : { skeleton, skeletonAt: at }),
  };
}
