/** Chinese is told by how it is written: people say 简体 and 繁體, and mean no country. */
const written: Record<string, string> = { 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant' };
const kept = new Map<string, Intl.DisplayNames>();

/** The name of a language in the words of a locale; the code itself where none is known. */
export function languageName(language: string, locale: string): string {
  try {
    const names = kept.get(locale) ?? new Intl.DisplayNames(locale, { type: 'language' });
    kept.set(locale, names);
    return names.of(written[language] ?? language) ?? language;
  } catch {
    return language;
  }
}
