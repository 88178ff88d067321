import type { Filled } from '../../../utils/templates/fill-template.ts';
import { variableWords } from './variable-words.ts';
import { useT } from './words.tsx';

/** A filled text; what is missing is marked in its place, and said. */
export function PreviewText({ filled, language }: { filled: Filled | undefined; language: string }) {
  const t = useT();
  if (!filled) return null;
  if (filled.state === 'broken') return <p class="templates-due">{t('templates_preview_broken')}</p>;
  if (filled.state === 'filled')
    return (
      <p class="templates-bubble" dir="auto" lang={language}>
        {filled.text}
      </p>
    );
  const missing = [...new Set(filled.unresolved.map(({ name }) => variableWords(name, t)))];
  return (
    <>
      <p class="templates-bubble" dir="auto" lang={language}>
        {filled.preview.map((part, index) =>
          'text' in part ? (
            part.text
          ) : (
            <mark key={index} class="templates-missing">
              {variableWords(part.missing, t)}
            </mark>
          ),
        )}
      </p>
      <p class="templates-due">{t('templates_missing', { names: missing.join(' · ') })}</p>
    </>
  );
}
