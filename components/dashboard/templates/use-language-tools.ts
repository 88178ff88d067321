import { useEffect, useState } from 'preact/hooks';

export type LanguageTools = typeof import('./language-tools.ts');
let loaded: LanguageTools | null = null;

/** Loads what checks and fills texts: larger than the pages themselves, and of no use to the list. */
export async function loadLanguageTools(): Promise<LanguageTools> {
  loaded ??= await import('./language-tools.ts');
  return loaded;
}

/** The same for what stands on the screen; null until it is there. */
export function useLanguageTools(): LanguageTools | null {
  const [tools, setTools] = useState(loaded);
  useEffect(() => {
    let wanted = true;
    void loadLanguageTools().then((found) => {
      if (wanted) setTools(found);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return tools;
}
