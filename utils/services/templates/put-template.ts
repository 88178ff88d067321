import { newId } from '../../domain/new-id.ts';
import type { Template, TemplateDetails } from '../../domain/template.ts';
import { templateLimits } from '../../domain/template-limits.ts';
import { sameValue } from '../../storage/same-value.ts';
import type { Unit } from '../../storage/unit-of-work.ts';

/** What a template says without what the store adds. */
export function detailsOf({
  id: _id,
  createdAt: _made,
  updatedAt: _changed,
  ...details
}: Template): TemplateDetails {
  return details;
}

/** Versions of a template, in the order of time. */
export const versionsOf = (templateId: string) => IDBKeyRange.bound([templateId], [templateId, []]);

/** Keeps what a template was until now; of many only the last stay. */
async function keepVersion(unit: Unit, before: Template): Promise<void> {
  const at = unit.now;
  const id = newId(Date.parse(at));
  const version = { id, createdAt: at, updatedAt: at, templateId: before.id, at, details: detailsOf(before) };
  const kept = await unit.keys('templateVersions', 'templateAt', versionsOf(before.id));
  for (const old of kept.slice(0, Math.max(0, kept.length + 1 - templateLimits.versions)))
    await unit.remove('templateVersions', old);
  await unit.put('templateVersions', version);
}

const sameShortcut = (a: string, b: string) =>
  a.normalize('NFKC').toLowerCase() === b.normalize('NFKC').toLowerCase();

/** The template that has this shortcut already; two of one name could not be told apart when it is typed. */
export function namesakeOf(
  templates: readonly Template[],
  { shortcut }: Pick<TemplateDetails, 'shortcut'>,
  id: string | undefined,
): Template | undefined {
  if (shortcut === undefined) return undefined;
  return templates.find(
    (other) => other.id !== id && other.shortcut !== undefined && sameShortcut(other.shortcut, shortcut),
  );
}

/** A template that was not there before. @param id of one that comes from a file */
export function newTemplate(
  { now }: Pick<Unit, 'now'>,
  details: TemplateDetails,
  id = newId(Date.parse(now)),
): Template {
  return { ...details, id, createdAt: now, updatedAt: now };
}

/**
 * Puts a template, new or in the place of `before`, whose content is kept as a version. Nothing is written where nothing differs.
 */
export async function putTemplate(
  unit: Unit,
  details: TemplateDetails,
  before: Template | undefined,
): Promise<Template> {
  if (!before) {
    const made = newTemplate(unit, details);
    await unit.put('templates', made);
    return made;
  }
  const { id, createdAt, updatedAt } = before;
  if (sameValue(before, { ...details, id, createdAt, updatedAt })) return before;
  await keepVersion(unit, before);
  const changed = { ...details, id, createdAt, updatedAt: unit.now };
  await unit.put('templates', changed);
  return changed;
}
