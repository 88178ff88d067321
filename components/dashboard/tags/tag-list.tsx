import { useRef, useState } from 'preact/hooks';
import { newId } from '../../../utils/domain/new-id.ts';
import type { Settings } from '../../../utils/domain/settings.ts';
import { starterSet } from '../../../utils/domain/starter-tags.ts';
import type { Output } from '../../../utils/messaging/protocol.ts';
import { useAction } from '../../hooks/use-action.ts';
import { departmentsOf } from '../../queue/departments.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorNote } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { everything, tagsHash } from './page-state.ts';
import { missingStarters } from './tag-draft.ts';
import { TagForm } from './tag-form.tsx';
import { TagLine } from './tag-line.tsx';
import { useT } from './words.tsx';

export type TagChoice = Output<'tag.choices'>['tags'][number];

/** Every tag with what it does; those that are offered no more below. */
export function TagList({ choices, settings }: { choices: readonly TagChoice[]; settings: Settings }) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  const [adding, setAdding] = useState(false);
  const tags = choices.map(({ tag }) => tag);
  const departments = departmentsOf(t, settings);
  const offered = choices.filter(({ tag }) => !tag.retired);
  const retired = choices.filter(({ tag }) => tag.retired);
  const toHeading = () => heading.current?.focus();
  const rows = (of: readonly TagChoice[]) =>
    of.map((choice) => (
      <TagLine key={choice.tag.id} choice={choice} tags={tags} departments={departments} onGone={toHeading} />
    ));
  return (
    <>
      <p class="soft">{t('tags_words')}</p>
      <div class="tags-tools">
        <Button icon="add" kind="primary" expanded={adding} onClick={() => setAdding(true)}>
          {t('tags_new')}
        </Button>
        <StarterButton choices={choices} />
        <a href={tagsHash({ tag: everything })}>{t('tags_everything')}</a>
      </div>
      {adding && (
        <section class="panel" aria-labelledby="tags-new">
          <h2 id="tags-new">{t('tags_new')}</h2>
          <TagForm
            tags={tags}
            departments={departments}
            onDone={() => {
              setAdding(false);
              toHeading();
            }}
          />
        </section>
      )}
      <section class="panel" aria-labelledby="tags-offered">
        <h2 id="tags-offered" ref={heading} tabIndex={-1}>
          {t('tags_offered')}
        </h2>
        {offered.length === 0 && <EmptyState title={t('tags_none')}>{t('tags_none_next')}</EmptyState>}
        {offered.length > 0 && <ul class="rows">{rows(offered)}</ul>}
      </section>
      {retired.length > 0 && (
        <section class="panel" aria-labelledby="tags-retired">
          <h2 id="tags-retired">{t('tags_retired')}</h2>
          <p class="soft">{t('tags_retired_words')}</p>
          <ul class="rows">{rows(retired)}</ul>
        </section>
      )}
    </>
  );
}

/** Puts back what is missing of the default set, in the words of the screen. */
function StarterButton({ choices }: { choices: readonly TagChoice[] }) {
  const t = useT();
  const notify = useNotify();
  const add = useAction('tag.starter');
  const missing = missingStarters(
    choices.map(({ tag }) => tag),
    (starter) => t(`tag_${starter}`),
  );
  if (missing.length === 0) return null;
  const put = async () => {
    const operationId = newId();
    const tags = missing.map((starter) => ({
      starter,
      details: { ...starterSet[starter], name: t(`tag_${starter}`) },
    }));
    const result = await add.run({ tags }, operationId);
    if (result.ok)
      notify({ text: t('tags_starter_added', { count: result.value.added }), undo: operationId });
  };
  return (
    <>
      <Button pending={add.pending} onClick={() => void put()}>
        {t('tags_starter', { count: missing.length })}
      </Button>
      {add.failed && <ErrorNote code={add.failed} />}
    </>
  );
}
