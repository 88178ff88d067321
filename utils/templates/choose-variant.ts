import type { Variant } from '../domain/template.ts';

/** How well a variant fits: `language` the same with another region, `writing` Chinese in the other characters. */
export type Fit = 'exact' | 'language' | 'writing' | 'fallback' | 'any';

export interface ChosenVariant {
  variant: Variant;
  fit: Fit;
  /** false: nobody wrote it in the language of the comment, and the operator should know */
  fits: boolean;
}

interface Spoken {
  language: string;
  script: string | undefined;
  region: string | undefined;
}

// thousands of templates share a handful of languages, and every opening of the palette asks for all of them
const parsed = new Map<string, Spoken>();
function spoken(tag: string): Spoken {
  const known = parsed.get(tag) ?? parse(tag);
  if (parsed.size < 500) parsed.set(tag, known);
  return known;
}

function parse(tag: string): Spoken {
  try {
    const locale = new Intl.Locale(tag);
    const { script } = locale.maximize();
    return { language: locale.language, script, region: locale.region };
  } catch {
    return { language: tag.toLowerCase(), script: undefined, region: undefined };
  }
}

/** 3 exact, 2 the same language and script, 1 the same language in another script, 0 another language. */
function closeness(a: string, b: string): 0 | 1 | 2 | 3 {
  if (a.toLowerCase() === b.toLowerCase()) return 3;
  const [one, other] = [spoken(a), spoken(b)];
  if (one.language !== other.language) return 0;
  return one.script === other.script ? 2 : 1;
}

function closest(
  variants: readonly Variant[],
  language: string,
): { variant: Variant; close: 1 | 2 | 3 } | null {
  let best: { variant: Variant; close: 1 | 2 | 3 } | null = null;
  for (const variant of variants) {
    const close = closeness(variant.language, language);
    if (close > (best?.close ?? 0)) best = { variant, close: close as 1 | 2 | 3 };
  }
  return best;
}

const fitOf = { 3: 'exact', 2: 'language', 1: 'writing' } as const;

/**
 * The variant for a comment's language: the same tag, the same language elsewhere (pt-BR for pt-PT, zh-TW for zh-HK), Chinese in the
 * other characters, then the operator's fallback order, then the first there is.
 * @param language of the comment; null where nothing could be told, then the fallback order holds and nothing is amiss
 * @returns null where there is no variant with a wording
 */
export function chooseVariant(
  variants: readonly Variant[],
  language: string | null,
  fallbackOrder: readonly string[],
): ChosenVariant | null {
  const written = variants.filter(({ wordings }) => wordings.length > 0);
  const own = language === null ? null : closest(written, language);
  if (own) return { variant: own.variant, fit: fitOf[own.close], fits: true };
  const fits = language === null;
  for (const fallback of fallbackOrder) {
    const found = closest(written, fallback);
    if (found && found.close > 1) return { variant: found.variant, fit: 'fallback', fits };
  }
  const [first] = written;
  return first ? { variant: first, fit: 'any', fits } : null;
}

/** Templates whose variant fits come before those without one; the order is kept otherwise. */
export function fittingFirst<T extends { variants: readonly Variant[] }>(
  templates: readonly T[],
  language: string | null,
): T[] {
  if (language === null) return [...templates];
  const rank = ({ variants }: T) => (closest(variants, language) ? 0 : 1);
  return templates.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * What stands below the preview: the same reply in the language in which the operator works. @returns null where that is the variant
 * itself, or nobody wrote it
 */
export function counterpart(
  variants: readonly Variant[],
  shown: Variant,
  workingLanguage: string,
): Variant | null {
  if (closeness(shown.language, workingLanguage) >= 2) return null;
  const found = closest(
    variants.filter((variant) => variant !== shown && variant.wordings.length > 0),
    workingLanguage,
  );
  return found?.variant ?? null;
}

/** The wording in the counterpart that stands for one in the variant shown: the one in the same place, else the first. */
export function sameWording(from: Variant, wordingId: string, to: Variant) {
  const place = from.wordings.findIndex(({ id }) => id === wordingId);
  return to.wordings[place] ?? to.wordings[0];
}
