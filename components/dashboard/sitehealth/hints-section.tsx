import { localDay } from '../../../utils/domain/day.ts';
import type { Hint } from '../../../utils/domain/hint.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { writeHintFile } from '../../../utils/files/hint-file.ts';
import { useAction } from '../../hooks/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorNote } from '../../ui/note.tsx';
import { fieldName } from '../../ui/reading.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { ReadTime } from '../person/read-time.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useT } from '../words.ts';
import { ImportHints } from './import-hints.tsx';

/** Where the person pointed at fields: each can be forgotten, all of them saved as a file. */
export function HintsSection({ hints }: { hints: readonly Hint[] }) {
  const t = useT();
  const { saveFile } = useSurroundings();
  const save = () =>
    saveFile(
      `deckhand-hints-${localDay()}.json`,
      new Blob([writeHintFile(hints)], { type: 'application/json' }),
    );
  return (
    <section class="panel" aria-labelledby="hints">
      <h2 id="hints">{t('hints_title')}</h2>
      <p class="soft">{t('hints_words')}</p>
      {hints.length === 0 ? (
        <EmptyState title={t('hints_none')}>{t('hints_none_next')}</EmptyState>
      ) : (
        <ul class="rows">
          {hints.map((hint) => (
            <Row key={hint.id} hint={hint} />
          ))}
        </ul>
      )}
      <div class="form-end">
        {hints.length > 0 && <Button onClick={save}>{t('hints_export')}</Button>}
        <ImportHints />
      </div>
    </section>
  );
}

function Row({ hint }: { hint: Hint }) {
  const t = useT();
  const notify = useNotify();
  const remove = useAction('hint.remove');
  const name = t('hints_name', {
    field: fieldName(t, hint.field),
    platform: hint.host ?? t(`platform_${hint.platform}`),
    kind: t(`sites_kind_${hint.kind}`),
  });
  const take = async () => {
    const operation = newId();
    const result = await remove.run({ hintId: hint.id }, operation);
    if (result.ok) notify({ text: t('hints_removed', { name }), undo: operation });
  };
  return (
    <li>
      <div class="row-words">
        <p>{name}</p>
        <p class="soft">
          <code class="sitehealth-selector">
            {hint.selector}
            {hint.attribute && ` → ${hint.attribute}`}
          </code>
        </p>
        <p class="soft">
          {t('hints_since')} <ReadTime at={hint.updatedAt} />
        </p>
      </div>
      <Button
        kind="quiet"
        icon="remove"
        label={t('remove_named', { name })}
        pending={remove.pending}
        onClick={() => void take()}
      >
        {t('remove')}
      </Button>
      {remove.failed && <ErrorNote code={remove.failed} />}
    </li>
  );
}
