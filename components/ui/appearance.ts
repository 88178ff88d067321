import { useLayoutEffect } from 'preact/hooks';
import type { Settings } from '../../utils/domain/settings.ts';

/** Gives our own page its language (fonts and screen readers follow it), its theme and its title. */
export function useAppearance(locale: string, theme: Settings['theme'], title: string): void {
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = locale;
    if (theme === 'auto') delete root.dataset.theme;
    else root.dataset.theme = theme;
    document.title = title;
  }, [locale, theme, title]);
}
