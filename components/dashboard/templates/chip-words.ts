import type { Chip } from './chip-model.ts';
import { isKnownPath, variableWords } from './variable-words.ts';
import type { useT } from './words.tsx';

type T = ReturnType<typeof useT>;

/** Whether the palette knows what to put there. */
export const isKnown = (path: string): boolean => isKnownPath(path);

/** A condition on one variable in words; any other code as it is written. */
function codeWords(source: string, t: T): string {
  const code = source.replace(/^\{[{%]-?\s*|\s*-?[%}]\}$/g, '');
  const [, word, path] = /^(if|unless)\s+([\p{L}_][\p{L}\p{N}_.]*)$/u.exec(code) ?? [];
  if (path && isKnownPath(path))
    return t(word === 'if' ? 'templates_code_if' : 'templates_code_unless', { name: variableWords(path, t) });
  if (code === 'else') return t('templates_code_else');
  return code === 'endif' || code === 'endunless' ? t('templates_code_end') : code;
}

/** What a chip shows. */
export function chipWords(chip: Chip, t: T): string {
  if (chip.kind === 'place') return t(`templates_place_${chip.what}`);
  if (chip.kind === 'code') return codeWords(chip.source, t);
  // a date some days later shows how many
  const days = /\badd_(?:work)?days:\s*(-?\d+)/.exec(chip.rest)?.[1];
  const name = `${variableWords(chip.path, t)}${days ? ` ${days.startsWith('-') ? '' : '+'}${days}` : ''}`;
  return chip.fallback ? t('templates_chip_fallback', { name, fallback: chip.fallback }) : name;
}
