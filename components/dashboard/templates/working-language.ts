import type { Language } from '../../../utils/domain/vocabulary.ts';

const tags: Record<Language, string> = { en: 'en', zh_CN: 'zh-CN', zh_TW: 'zh-TW' };

/** The language in which the operator works, BCP 47: that of the screen. */
export const workingLanguage = (language: Language): string => tags[language];

/** Languages offered for a variant, BCP 47. */
export const offeredLanguages =
  'en zh-CN zh-TW zh-HK ja ko es pt-BR pt fr de it nl sv no da fi pl cs sk hu ro bg el tr ru uk ar he fa hi bn ur ta th vi id ms fil'.split(
    ' ',
  );

/** A brand names Chinese by its script, a variant by the region whose words it uses. */
export function inRegion(code: string): string {
  return code === 'zh-Hans' ? 'zh-CN' : code === 'zh-Hant' ? 'zh-TW' : code;
}
