import type { ReplyAction } from '../../domain/template.ts';
import type { StoreName } from '../../storage/schema.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import { sameName } from '../tag-names.ts';
import { detailsOf, putTemplate } from './put-template.ts';

/** What `renameTagInReplies` touches. */
export const renamedStores: StoreName[] = ['templates', 'templateVersions'];

/**
 * Saved replies say by name which tag they put: they say the new name of a renamed one, or they would put a plain tag of the old name from
 * which nothing follows.
 * @returns how many replies were changed
 */
export async function renameTagInReplies(unit: Unit, from: string, to: string): Promise<number> {
  const isMeant = (action: ReplyAction) => 'tag' in action && sameName(action.tag) === sameName(from);
  const renamed = (await unit.all('templates')).filter(({ actions }) => actions.some(isMeant));
  for (const template of renamed) {
    const actions = template.actions.map((action) => (isMeant(action) ? { ...action, tag: to } : action));
    await putTemplate(unit, { ...detailsOf(template), actions }, template);
  }
  return renamed.length;
}
