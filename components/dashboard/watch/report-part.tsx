import { changeSentence } from '../../../utils/i18n/change-sentence.ts';
import { colleagueText, sayNothing } from './report-text.ts';
import { ShareButton } from './share-button.tsx';
import type { ReportPart } from './week-report.ts';
import { useT } from './words.tsx';

const prompts = ['changed', 'good', 'borrow'] as const;

/** What one competitor did in the week, and what was noted of it. `title`: of the report, with its days. */
export function ReportPartView({ title, part }: { title: string; part: ReportPart }) {
  const t = useT();
  const { competitor, changes, more, kinds, notes } = part;
  return (
    <section class="watch-report-part" aria-label={competitor.name}>
      <h2>
        <bdi>{competitor.name}</bdi>{' '}
        <span class={`tier ${competitor.tier}`}>{t(`tier_${competitor.tier}`)}</span>
      </h2>
      {kinds.length > 0 && (
        <p class="soft">
          {kinds.map(({ kind, count }) => `${t(`watch_kind_${kind}`)} ${count}`).join(' · ')}
        </p>
      )}
      {changes.length === 0 && <p class="soft">{sayNothing(part, t)}</p>}
      <ul class="bullets">
        {changes.map((change) => (
          <li key={change.id}>{changeSentence(change, t)}</li>
        ))}
        {more > 0 && <li>{t('watch_and_more', { count: more })}</li>}
      </ul>
      {notes.map((note, index) => (
        <dl key={index} class="watch-sides watch-report-note">
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
      {(changes.length > 0 || notes.length > 0) && (
        <div class="watch-report-tools">
          <ShareButton what={competitor.name} text={() => colleagueText(title, [part], t)} />
        </div>
      )}
    </section>
  );
}
