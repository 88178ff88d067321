import { newId } from '../../domain/new-id.ts';
import type { Template, TemplateDetails, TemplateVersion } from '../../domain/template.ts';
import { templateLimits } from '../../domain/template-limits.ts';
import type { BatchStep } from '../../storage/batch-step.ts';
import type { Reader } from '../../storage/reader.ts';
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

function versionOf(before: Template, at: string): TemplateVersion {
  const id = newId(Date.parse(at));
  return { id, createdAt: at, updatedAt: at, templateId: before.id, at, details: detailsOf(before) };
}

/** Ids of the versions that go when one more is kept. */
async function surplus(reader: Reader, templateId: string): Promise<string[]> {
  const kept = await reader.keys('templateVersions', 'templateAt', versionsOf(templateId));
  return kept.slice(0, Math.max(0, kept.length + 1 - templateLimits.versions));
}

/** Keeps what a template was until now; of many only the last stay. */
async function keepVersion(unit: Unit, before: Template): Promise<void> {
  for (const old of await surplus(unit, before.id)) await unit.remove('templateVersions', old);
  await unit.put('templateVersions', versionOf(before, unit.now));
}

/** The same inside a step of a batch. */
export async function keepVersionInStep(step: BatchStep, before: Template): Promise<void> {
  for (const id of await surplus(step, before.id)) {
    const old = await step.get('templateVersions', id);
    if (old) step.remove('templateVersions', old);
  }
  step.add('templateVersions', versionOf(before, step.now));
}

/** A template with other details; `before` itself where nothing differs. */
export function changedTemplate(
  { now }: Pick<Unit, 'now'>,
  details: TemplateDetails,
  before: Template,
): Template {
  const { id, createdAt, updatedAt } = before;
  return sameValue(before, { ...details, id, createdAt, updatedAt })
    ? before
    : { ...details, id, createdAt, updatedAt: now };
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
  const changed = changedTemplate(unit, details, before);
  if (changed === before) return before;
  await keepVersion(unit, before);
  await unit.put('templates', changed);
  return changed;
}
