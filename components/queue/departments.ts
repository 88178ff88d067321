import { starterDepartments } from '../../utils/domain/case-state.ts';
import type { Settings } from '../../utils/domain/settings.ts';
import type { QueueTranslate } from './words.tsx';

/** Whom cases are passed on to: the person's own list, else the default one in the language of the screen. */
export function departmentsOf(t: QueueTranslate, { departments }: Pick<Settings, 'departments'>): string[] {
  return departments.length > 0 ? departments : starterDepartments.map((key) => t(`department_${key}`));
}

/** The same with those that cases are with although they stand in no list any more. */
export function withKnown(
  departments: readonly string[],
  known: readonly (string | null | undefined)[],
): string[] {
  return [...new Set([...departments, ...known.filter((name) => typeof name === 'string')])];
}
