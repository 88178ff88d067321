import type { TemplateDetails } from '../../../utils/domain/template.ts';
import type { Language } from '../../../utils/domain/vocabulary.ts';
import { starterSet } from '../../../utils/templates/starter-set.ts';

const tagsets = {
  en: () => import('../../../utils/i18n/locales/en/tagset.ts'),
  zh_CN: () => import('../../../utils/i18n/locales/zh_CN/tagset.ts'),
  zh_TW: () => import('../../../utils/i18n/locales/zh_TW/tagset.ts'),
};

/** The starter set in three languages, that of the screen first: its titles and folders are taken. */
export async function loadStarterSet(language: Language): Promise<TemplateDetails[]> {
  const [en, cn, tw] = await Promise.all([
    import('../../../utils/i18n/locales/en/starter.ts'),
    import('../../../utils/i18n/locales/zh_CN/starter.ts'),
    import('../../../utils/i18n/locales/zh_TW/starter.ts'),
  ]);
  const words = { en: en.starter, zh_CN: cn.starter, zh_TW: tw.starter };
  const { tagset } = await tagsets[language]();
  // customers of a brand are mostly answered in English; Chinese is what the operator reads beside it
  return starterSet(
    { en: words.en, 'zh-CN': words.zh_CN, 'zh-TW': words.zh_TW },
    {
      ...words[language],
      ...tagset,
    },
  );
}
