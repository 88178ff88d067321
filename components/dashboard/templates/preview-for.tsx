import { useMemo } from 'preact/hooks';
import type { CreatorRow } from '../../../utils/domain/creator-list.ts';
import type { SeenComment } from '../../../utils/domain/seen-comment.ts';
import { guessLanguage } from '../../../utils/templates/detect-language.ts';
import { Select } from '../../ui/select.tsx';
import { languageName } from './language-name.ts';
import { useT } from './words.tsx';

/** Whom a preview is filled for: a comment that was really written, somebody of the notebook, or, with neither, an invented person. */
export interface PreviewFor {
  comment?: SeenComment | undefined;
  person?: CreatorRow | undefined;
}

const sample = 'sample';
const letters = 60;
const cut = (text: string) => (text.length > letters ? `${text.slice(0, letters)}…` : text);

/** What the choice names. Nothing chosen yet: the last comment, else who came into the notebook last. */
export function previewFor(
  chosen: string,
  comments: readonly SeenComment[],
  people: readonly CreatorRow[],
): PreviewFor {
  if (chosen === sample) return {};
  const comment = comments.find(({ id }) => id === chosen);
  const person = people.find(({ id }) => id === (comment?.creatorId ?? chosen));
  if (comment || person) return { comment, person };
  const [last] = comments;
  if (last) return { comment: last, person: people.find(({ id }) => id === last.creatorId) };
  return { person: people[0] };
}

/** The choice itself, and the comment that is answered. */
export function PreviewForField({
  shown: { comment, person },
  comments,
  people,
  onChoose,
}: {
  shown: PreviewFor;
  comments: readonly SeenComment[];
  people: readonly CreatorRow[];
  onChoose: (chosen: string) => void;
}) {
  const t = useT();
  // no browser here to ask: the script and a few words say enough for a line above the comment
  const language = useMemo(() => comment && guessLanguage(comment.text).language, [comment]);
  const nameOf = ({ author }: SeenComment) => author.displayName ?? `@${author.handle}`;
  return (
    <>
      <Select
        label={t('templates_preview_for')}
        hint={comments.length === 0 ? t('templates_preview_comments_hint') : undefined}
        value={comment?.id ?? person?.id ?? sample}
        options={[
          ...comments.map((each) => ({
            value: each.id,
            label: t('templates_preview_comment', {
              name: nameOf(each),
              text: cut(each.text.replace(/\s+/g, ' ')),
            }),
          })),
          ...people.map(({ id, displayName }) => ({ value: id, label: displayName })),
          { value: sample, label: t('templates_sample') },
        ]}
        onChange={onChoose}
      />
      {comment && (
        <figure class="templates-answered">
          <figcaption class="soft">
            <bdi>{nameOf(comment)}</bdi> · {t(`platform_${comment.platform}`)}
            {language && ` · ${languageName(language, t.locale)}`}
          </figcaption>
          <blockquote dir="auto" lang={language ?? undefined}>
            {comment.text}
          </blockquote>
        </figure>
      )}
    </>
  );
}
