import type { Day } from '../domain/record.ts';
import type { Template } from '../domain/template.ts';

/** Templates somebody should look at: their day has come. The longest overdue first; archived ones need no look. */
export function staleTemplates(templates: readonly Template[], today: Day): Template[] {
  return templates
    .filter(({ reviewOn, archived }) => reviewOn !== undefined && reviewOn <= today && !archived)
    .toSorted((a, b) => (a.reviewOn ?? '').localeCompare(b.reviewOn ?? ''));
}
