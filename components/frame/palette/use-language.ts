import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Detected, guessLanguage } from '../../../utils/templates/detect-language.ts';

/**
 * The language of a comment: by its script at once, for letters when the browser's detector has answered.
 * @returns null where nothing can be told
 */
export function useLanguage(
  text: string | undefined,
  detect: (text: string) => Promise<Detected | undefined>,
): string | null {
  const [detected, setDetected] = useState<{ of: string; as: Detected | undefined } | null>(null);
  useEffect(() => {
    if (!text) return;
    let current = true;
    void detect(text).then((as) => {
      if (current) setDetected({ of: text, as });
    });
    return () => {
      current = false;
    };
  }, [text, detect]);
  return useMemo(
    () => (text ? guessLanguage(text, detected?.of === text ? detected.as : undefined).language : null),
    [text, detected],
  );
}
