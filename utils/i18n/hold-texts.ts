import type { Language } from '../domain/vocabulary.ts';

/**
 * What is said to a customer whose answer takes longer (安抚), in each language that we write. Apart from the locales: it is in the
 * language of the customer, whatever that of the screen is.
 */
export const holdTexts: Record<Language, string> = {
  en: 'Thank you for your patience. We are looking into it and will get back to you as soon as we know more.',
  zh_CN: '您好，您的问题我们已经在核实处理，有结果会第一时间回复您，请您稍等，给您添麻烦了。',
  zh_TW: '您好，您的問題我們正在確認處理中，一有結果會立即回覆您，造成不便非常抱歉，請您稍候。',
};

/** Name of one of them in the language of the screen. @param locale of the screen */
export function customerLanguageName(locale: string, language: Language): string {
  const codes: Record<Language, string> = { en: 'en', zh_CN: 'zh-Hans', zh_TW: 'zh-Hant' };
  return new Intl.DisplayNames([locale], { type: 'language' }).of(codes[language]) ?? codes[language];
}
