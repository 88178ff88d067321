import { useState } from 'preact/hooks';
import type { Mark } from '../../utils/domain/mark.ts';
import { newId } from '../../utils/domain/new-id.ts';
import type { FrameKey } from '../../utils/i18n/locales/en/frame.ts';
import type { CollectRow } from '../../utils/messaging/protocol/sites.ts';
import type { Output } from '../../utils/messaging/protocol.ts';
import { useAction } from '../hooks/use-action.ts';
import { useQuery } from '../hooks/use-query.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState, ErrorNote, Note } from '../ui/note.tsx';
import { Skeleton } from '../ui/spinner.tsx';
import { useWords } from '../ui/words.ts';

type Saved = Output<'collect.save'>;
/** Not in the notebook: who wrote spam can be saved too, but is not picked unasked. */
const isNew = ({ mark }: CollectRow) => mark === 'new' || mark === 'spam';
const isPicked = ({ mark }: CollectRow) => mark === 'new';

/** People that were scrolled past: new ones to pick from, known ones apart, all saved with one operation. */
export function CollectList({ writable }: { writable: boolean }) {
  const t = useWords<FrameKey>();
  const list = useQuery('collect.rows', {}, ['creators', 'brands', 'frame']);
  // whom the person picked or took out; everybody new is picked at first
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [saved, setSaved] = useState<{ operation: string; answer: Saved } | null>(null);
  const save = useAction('collect.save');
  const undo = useAction('operation.undo');

  if (list.state === 'loading') return <Skeleton lines={6} label={t('loading')} />;
  const rows = list.value?.rows ?? [];
  if (!list.value) return <ErrorNote code={list.code ?? 'internal'} again={list.again} />;
  if (rows.length === 0) return <EmptyState title={t('collect_title')}>{t('collect_empty')}</EmptyState>;
  const fresh = rows.filter(isNew);
  const known = rows.filter((row) => !isNew(row));
  const isOn = (row: CollectRow) => turned.get(row.person.handle) ?? isPicked(row);
  const picked = fresh.filter(isOn);

  const run = async () => {
    const operation = newId();
    const result = await save.run({ handles: picked.map(({ person }) => person.handle) }, operation);
    if (result.ok) setSaved({ operation, answer: result.value });
  };
  const takeBack = async (operation: string) => {
    if ((await undo.run({ undo: operation })).ok) setSaved(null);
  };
  const turn = (rows: readonly CollectRow[], on: boolean) =>
    setTurned(new Map([...turned, ...rows.map(({ person }) => [person.handle, on] as const)]));

  return (
    <div class="card-body collect">
      <p class="soft">{t('collect_words')}</p>
      {saved && (
        <Outcome answer={saved.answer}>
          <Button
            kind="quiet"
            pending={undo.pending}
            disabled={!writable}
            onClick={() => void takeBack(saved.operation)}
          >
            {t('collect_undo')}
          </Button>
        </Outcome>
      )}
      {undo.failed && <ErrorNote code={undo.failed} />}
      {fresh.length > 0 && (
        <section aria-labelledby="collect-new">
          <div class="collect-head">
            <h2 id="collect-new">{t('collect_new', { count: fresh.length })}</h2>
            <Button kind="quiet" onClick={() => turn(fresh, true)}>
              {t('collect_all')}
            </Button>
            <Button kind="quiet" onClick={() => turn(fresh, false)}>
              {t('collect_none')}
            </Button>
          </div>
          <ul class="people">
            {fresh.map((row) => (
              <li key={row.person.handle}>
                <label class="check">
                  <input
                    type="checkbox"
                    checked={isOn(row)}
                    onChange={(event) => turn([row], event.currentTarget.checked)}
                  />
                  <Person row={row} />
                </label>
              </li>
            ))}
          </ul>
        </section>
      )}
      {known.length > 0 && (
        <section aria-labelledby="collect-known">
          <h2 id="collect-known">{t('collect_known', { count: known.length })}</h2>
          <ul class="people">
            {known.map((row) => (
              <li key={row.person.handle}>
                <Person row={row} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="card-end">
        <Button
          kind="primary"
          icon="person"
          pending={save.pending}
          disabled={!writable || picked.length === 0}
          onClick={() => void run()}
        >
          {t('collect_save', { count: picked.length })}
        </Button>
      </div>
      {save.failed && <ErrorNote code={save.failed} />}
    </div>
  );
}

/** Name, handle and, of somebody known, what the notebook says first. */
function Person({ row: { person, mark } }: { row: CollectRow }) {
  const t = useWords<FrameKey>();
  return (
    <span class="seen-person">
      <bdi>{person.displayName ?? person.handle}</bdi>
      {person.displayName !== undefined && <bdi class="soft">{person.handle}</bdi>}
      {mark !== 'new' && <span class="seen-mark">{t(`mark_${mark satisfies Exclude<Mark, 'new'>}`)}</span>}
    </span>
  );
}

/** What came of saving, with the reasons for those that were left out. */
function Outcome({ answer, children }: { answer: Saved; children: preact.ComponentChildren }) {
  const t = useWords<FrameKey>();
  const { created, known, refused } = answer;
  return (
    <Note kind={refused.length > 0 ? 'warn' : 'good'} action={children}>
      {t('collect_saved', { count: created })} {known > 0 && t('collect_known_kept', { count: known })}
      {refused.length > 0 && (
        <>
          {' '}
          {t('collect_refused', { count: refused.length })}
          <ul>
            {refused.map(({ handle, code }) => (
              <li key={handle}>
                <bdi>{handle}</bdi>: {t(`error_${code}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Note>
  );
}
