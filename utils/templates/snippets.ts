import type { Template } from '../domain/template.ts';
import { chooseVariant } from './choose-variant.ts';
import type { Snippets } from './liquid-engine.ts';

/**
 * What other templates can put in: `{% render "signature" %}` takes the template of that shortcut, in the language of the reply. Always
 * its first wording: what is put in several times in one reply reads the same.
 */
export function snippetsFor(
  templates: readonly Template[],
  language: string,
  fallbackOrder: readonly string[] = [],
): Snippets {
  const snippets: Record<string, string> = {};
  for (const { shortcut, variants, archived } of templates) {
    if (shortcut === undefined || archived) continue;
    const chosen = chooseVariant(variants, language, fallbackOrder);
    if (chosen) snippets[shortcut] = chosen.variant.wordings[0]?.text ?? '';
  }
  return snippets;
}
