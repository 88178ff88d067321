import type { TemplateProblem } from '../../../utils/templates/template-problem.ts';
import { Icon } from '../../ui/icon.tsx';
import { useT } from './words.tsx';

/** More problems than these are only counted: after the first the rest often follow from it. */
const shown = 5;

/** What is shown of a problem: where the parser only has a sentence for developers, the words of the text at that place. */
function detailOf({ code, detail, place }: TemplateProblem, text: string): string {
  const spoken = code === 'not-closed' || code === 'syntax';
  const words = spoken && place.snippet === undefined ? text.slice(place.start, place.end).trim() : '';
  return (words || detail).slice(0, 60);
}

/** Where a text cannot be filled and why; a press leads there. */
export function ProblemList({
  id,
  text,
  problems,
  onShow,
}: {
  id: string;
  /** in which they are */
  text: string;
  problems: readonly TemplateProblem[];
  onShow: (problem: TemplateProblem) => void;
}) {
  const t = useT();
  return (
    <div class="templates-problems" role="status">
      {problems.length > 0 && (
        <div id={id} class="note warn">
          <Icon name="warn" />
          <div class="note-words">
            <p>{t('templates_broken')}</p>
            <ul>
              {problems.slice(0, shown).map((problem, index) => {
                const { line, column, snippet } = problem.place;
                const words = t(`template_problem_${problem.code}`, { detail: detailOf(problem, text) });
                return (
                  <li key={index}>
                    {snippet === undefined ? (
                      <button type="button" class="button quiet" onClick={() => onShow(problem)}>
                        {t('templates_problem_at', { line, column })}
                      </button>
                    ) : (
                      <span class="strong">{t('templates_problem_in', { name: snippet, line, column })}</span>
                    )}{' '}
                    {words}
                  </li>
                );
              })}
            </ul>
            {problems.length > shown && (
              <p>{t('templates_problems_more', { count: problems.length - shown })}</p>
            )}
          </div>
        </div>
      )}
    </div>
  );
}
