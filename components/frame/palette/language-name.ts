/** Chinese is told by how it is written: people say 简体 and 繁體, and mean no country. */
const written: Record<string, string> = { 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant' };

/** The name of a language in the words of the screen; its tag where the browser knows none. */
export function languageName(locale: string, language: string): string {
  try {
    return (
      new Intl.DisplayNames([locale], { type: 'language' }).of(written[language] ?? language) ?? language
    );
  } catch {
    return language;
  }
}
