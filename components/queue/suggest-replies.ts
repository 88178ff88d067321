import type { CaseRow } from '../../utils/domain/case-row.ts';
import type { Template } from '../../utils/domain/template.ts';
import type { Language } from '../../utils/domain/vocabulary.ts';
import type { TemplateList } from '../../utils/messaging/protocol/templates.ts';
import { chooseVariant, fittingFirst } from '../../utils/templates/choose-variant.ts';
import { guessLanguage } from '../../utils/templates/detect-language.ts';

/** So many are looked through at a glance; all others are in the saved replies. */
const suggestedAtMost = 3;

const working: Record<Language, string> = { en: 'en', zh_CN: 'zh-CN', zh_TW: 'zh-TW' };

export interface Suggestion {
  template: Template;
  /** of its text, BCP 47 */
  language: string;
  text: string;
}

const folded = (word: string) => word.trim().toLowerCase();

/**
 * The saved replies that fit a case: those tagged as it is first, then the most used, then those in the language of what was written.
 * @param tagName of the tag or the alert that opened it
 * @param screen the language in which the operator works
 */
export function suggestReplies(
  { templates, mostUsed, brands, currentBrandId }: TemplateList,
  { platform, quote }: Pick<CaseRow, 'platform' | 'quote'>,
  tagName: string | undefined,
  screen: Language,
): Suggestion[] {
  const language = quote === undefined ? null : guessLanguage(quote).language;
  const brand = brands.find(({ id }) => id === currentBrandId) ?? brands[0];
  const fallback = [...(brand?.languages ?? []), working[screen]];
  const here = templates.filter(
    ({ archived, draft, platforms }) =>
      !archived &&
      !draft &&
      (platform === undefined || platforms.length === 0 || platforms.includes(platform)),
  );
  const isTagged = ({ tags }: Template) =>
    tagName !== undefined && tags.some((tag) => folded(tag) === folded(tagName));
  const place = new Map(mostUsed.map((id, at) => [id, at]));
  const rank = (template: Template) => (isTagged(template) ? 0 : 1);
  const used = ({ id }: Template) => place.get(id) ?? mostUsed.length;
  return fittingFirst(here, language)
    .toSorted((a, b) => rank(a) - rank(b) || used(a) - used(b))
    .flatMap((template) => {
      const chosen = chooseVariant(template.variants, language, fallback);
      const wording = chosen?.variant.wordings[0];
      return chosen && wording ? [{ template, language: chosen.variant.language, text: wording.text }] : [];
    })
    .slice(0, suggestedAtMost);
}
