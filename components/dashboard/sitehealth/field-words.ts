import type { Translate } from '../../../utils/i18n/translate.ts';
import type { DashboardKey } from '../words.ts';

/** The name of a fact in words; one that has none by the name it has in the code. */
export function fieldWords(t: Translate<DashboardKey>, field: string): string {
  const name = field.slice(field.lastIndexOf('.') + 1);
  for (const key of [`sites_field_${name}`, `field_${name}`]) {
    // a key without words comes back as it is
    const words = t(key as DashboardKey);
    if (words !== key) return words;
  }
  return field;
}
