import { templateLimits } from '../domain/template-limits.ts';
import { guessLanguage } from './detect-language.ts';
import { plainText } from './liquid-marks.ts';
import { type ReadTemplates, take } from './read-result.ts';

/** `1.`, `2)`, `3、`, `①`, `-`, `•` before an entry of a list. */
const bullet = /^\s*(?:\(?\d{1,4}[.)、．)]\s*|[①-⑳]\s*|[-*•·▪]\s+)/u;

/**
 * A list as people paste it: one reply in each line; where there is a tab, a title before it. Bullets and numbers are left out, a text
 * that stands there twice is taken once.
 * @param fallback language of lines that give none away
 */
export function readLines(
  text: string,
  { fallback, folder = '' }: { fallback: string; folder?: string },
): ReadTemplates {
  const result: ReadTemplates = { templates: [], problems: [] };
  const seen = new Set<string>();
  for (const [index, raw] of plainText(text).split('\n').entries()) {
    const line = index + 1;
    const entry = raw.replace(bullet, '').trim();
    if (entry === '') continue;
    if (result.templates.length >= templateLimits.templates) {
      result.problems.push({ line, code: 'too-many' });
      break;
    }
    const [before = '', ...rest] = entry.split('\t');
    const title = rest.length > 0 ? before.trim() : '';
    const body = rest.length > 0 ? rest.join(' ').trim() : entry;
    if (seen.has(body)) {
      result.problems.push({ line, code: 'doubled' });
      continue;
    }
    seen.add(body);
    const language = guessLanguage(body).language ?? fallback;
    take(result, { title: title || undefined, folder, variants: [{ language, wordings: [body] }] }, line);
  }
  return result;
}
