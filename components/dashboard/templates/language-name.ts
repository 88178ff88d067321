const kept = new Map<string, Intl.DisplayNames>();

/** The name of a language in the words of a locale; the code itself where none is known. */
export function languageName(language: string, locale: string): string {
  try {
    const names = kept.get(locale) ?? new Intl.DisplayNames(locale, { type: 'language' });
    kept.set(locale, names);
    return names.of(language) ?? language;
  } catch {
    return language;
  }
}
