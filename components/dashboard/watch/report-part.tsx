import { changeSentence } from './change-sentence.ts';
import type { ReportPart } from './week-report.ts';
import { useT } from './words.tsx';

const prompts = ['changed', 'good', 'borrow'] as const;

/** What one competitor did in the week, and what was noted of it. */
export function ReportPartView({ part: { competitor, changes, more, kinds, notes } }: { part: ReportPart }) {
  const t = useT();
  return (
    <section class="watch-report-part" aria-label={competitor.name}>
      <h2>
        <bdi>{competitor.name}</bdi> <span class="soft">{t(`tier_${competitor.tier}`)}</span>
      </h2>
      {kinds.length > 0 && (
        <p class="soft">
          {kinds.map(({ kind, count }) => `${t(`watch_kind_${kind}`)} ${count}`).join(' · ')}
        </p>
      )}
      {changes.length === 0 && <p>{t('watch_none_new')}</p>}
      <ul class="bullets">
        {changes.map((change) => (
          <li key={change.id}>{changeSentence(change, t)}</li>
        ))}
        {more > 0 && <li>{t('watch_and_more', { count: more })}</li>}
      </ul>
      {notes.map((note, index) => (
        <dl key={index} class="watch-sides">
          {prompts.map(
            (prompt) =>
              note[prompt] && (
                <div key={prompt}>
                  <dt>{t(`watch_note_${prompt}`)}</dt>
                  <dd dir="auto">{note[prompt]}</dd>
                </div>
              ),
          )}
        </dl>
      ))}
    </section>
  );
}
