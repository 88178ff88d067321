import type { ReadProblem } from '../../../../utils/templates/read-result.ts';
import { Note } from '../../../ui/note.tsx';
import { useT } from '../words.tsx';

/** More than these are only counted. */
const shown = 20;

/** What of a file could not be taken over, line by line. */
export function ReadProblems({ problems }: { problems: readonly ReadProblem[] }) {
  const t = useT();
  if (problems.length === 0) return null;
  if (problems[0]?.code === 'not-the-format')
    return <Note kind="bad">{t('templates_read_not-the-format')}</Note>;
  return (
    <details class="more">
      <summary>{t('templates_read_problems', { count: problems.length })}</summary>
      <ul class="importing-lines">
        {problems.slice(0, shown).map(({ line, code, detail = '' }, index) => (
          <li key={index}>{t(`templates_read_${code}`, { line, detail: detail.slice(0, 80) })}</li>
        ))}
      </ul>
      {problems.length > shown && <p>{t('templates_problems_more', { count: problems.length - shown })}</p>}
    </details>
  );
}
