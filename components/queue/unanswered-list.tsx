import { useRef, useState } from 'preact/hooks';
import { newId } from '../../utils/domain/new-id.ts';
import type { UnansweredRow } from '../../utils/domain/unanswered-row.ts';
import { formatAgo } from '../../utils/i18n/format.ts';
import { useAction } from '../hooks/use-action.ts';
import { useAsk } from '../hooks/use-ask.ts';
import { useQuery } from '../hooks/use-query.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote, Note } from '../ui/note.tsx';
import { useNotify } from '../ui/toast.tsx';
import { OpenLink } from './case-row.tsx';
import { useT } from './words.tsx';

/** Choices that fit beside a comment. */
const tagsAtMost = 12;
const keyOf = ({ item }: UnansweredRow) => item.keys[0] ?? item.url;
const named = ({ item }: UnansweredRow) => item.author?.displayName ?? `@${item.author?.handle ?? ''}`;

/** Comments on pages of ours that were seen without an answer: to be answered, made a case of, or left out. */
export function UnansweredList({ now }: { now: number }) {
  const t = useT();
  const notify = useNotify();
  const seen = useQuery('queue.unanswered', {}, ['unanswered', 'items', 'creators', 'brands']);
  const choices = useQuery('tag.choices', {}, ['tags']);
  const tag = useAction('item.tag');
  const dismiss = useAsk('queue.dismiss');
  const list = useRef<HTMLUListElement>(null);
  const [choosing, setChoosing] = useState<string | null>(null);
  /** the last one that was left out here: it can be had back */
  const [leftOut, setLeftOut] = useState<UnansweredRow | null>(null);
  const rows = seen.value?.rows ?? [];
  const opening = (choices.value?.tags ?? []).filter(
    ({ tag: { effect, retired } }) => effect === 'case' && !retired,
  );

  /** The row goes: the one that comes after it gets the focus. */
  const focusAfter = (row: UnansweredRow) => {
    const next = rows[rows.indexOf(row) + 1] ?? rows[rows.indexOf(row) - 1];
    const found = [...(list.current?.querySelectorAll<HTMLElement>('[data-seen]') ?? [])].find(
      (element) => next && element.dataset.seen === keyOf(next),
    );
    found?.focus();
  };
  const open = async (row: UnansweredRow, tagId: string) => {
    const operationId = newId();
    const result = await tag.run({ item: row.item, add: [tagId], remove: [] }, operationId);
    if (!result.ok) return;
    setChoosing(null);
    focusAfter(row);
    notify({ text: t('queue_seen_tagged', { name: named(row) }), undo: operationId });
  };
  const leaveOut = async (row: UnansweredRow) => {
    focusAfter(row);
    const result = await dismiss.run({ keys: row.item.keys });
    if (result.ok) setLeftOut(row);
  };
  const takeBack = async (row: UnansweredRow) => {
    const result = await dismiss.run({ keys: row.item.keys, back: true });
    if (result.ok) setLeftOut(null);
  };
  const pressed = (event: KeyboardEvent) => {
    const at = (event.target as Element).closest<HTMLElement>('[data-seen]');
    const row = rows.find((each) => keyOf(each) === at?.dataset.seen);
    if (!at || !row || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const other = (sibling: Element | null) => (sibling as HTMLElement | null)?.focus();
    if (event.key === 'ArrowDown' || event.key === 'j') other(at.nextElementSibling);
    else if (event.key === 'ArrowUp' || event.key === 'k') other(at.previousElementSibling);
    else if (event.key === 'a') at.querySelector<HTMLElement>('a[data-open]')?.click();
    else if (event.key === 't') setChoosing(keyOf(row));
    else if (event.key === 'x') void leaveOut(row);
    else if (event.key === 'u' && leftOut) void takeBack(leftOut);
    else if (event.key === 'Escape' && choosing) {
      setChoosing(null);
      at.focus();
    } else return;
    event.preventDefault();
  };

  if (seen.code) return <ErrorNote code={seen.code} again={seen.again} />;
  if (rows.length === 0 && !leftOut) return null;
  return (
    <section class="queue-seen" aria-labelledby="queue-seen">
      <h2 id="queue-seen">{t('queue_seen', { count: seen.value?.total ?? rows.length })}</h2>
      <p class="queue-soft">{t('queue_seen_words')}</p>
      {tag.failed && <ErrorNote code={tag.failed} />}
      {dismiss.failed && <ErrorNote code={dismiss.failed} />}
      {leftOut && (
        <Note
          kind="good"
          action={
            <Button
              kind="quiet"
              label={`${t('undo')}: ${named(leftOut)}`}
              onClick={() => void takeBack(leftOut)}
            >
              {t('undo')}
            </Button>
          }
        >
          {t('queue_seen_dismissed', { name: named(leftOut) })}
        </Note>
      )}
      <ul ref={list} class="queue-list" aria-labelledby="queue-seen" onKeyDown={pressed}>
        {rows.map((row) => (
          <li key={keyOf(row)} class="queue-row" data-seen={keyOf(row)} tabIndex={-1}>
            <p class="queue-facts">
              <bdi>{named(row)}</bdi> · {t(`platform_${row.item.platform}`)} ·{' '}
              {formatAgo(t.locale, row.item.publishedAt ?? row.seenAt, now)}
            </p>
            {row.item.text && (
              <blockquote class="queue-quote clamp" dir="auto">
                {row.item.text}
              </blockquote>
            )}
            <div class="queue-tools">
              <OpenLink url={row.item.url} title={named(row)} />
              <Button
                kind="quiet"
                expanded={choosing === keyOf(row)}
                label={t('queue_seen_tag_named', { name: named(row) })}
                onClick={() => setChoosing(choosing === keyOf(row) ? null : keyOf(row))}
              >
                {t('queue_seen_tag')}
              </Button>
              <Button
                kind="quiet"
                label={t('queue_seen_dismiss_named', { name: named(row) })}
                onClick={() => void leaveOut(row)}
              >
                {t('queue_seen_dismiss')}
              </Button>
            </div>
            {choosing === keyOf(row) && (
              <fieldset class="queue-chips">
                <legend>{t('queue_seen_tag_which')}</legend>
                {opening.length === 0 && <p class="queue-soft">{t('queue_seen_no_tags')}</p>}
                {opening.slice(0, tagsAtMost).map(({ tag: { id, name } }) => (
                  <button
                    key={id}
                    type="button"
                    class="queue-chip"
                    disabled={tag.pending}
                    onClick={() => void open(row, id)}
                  >
                    <bdi>{name}</bdi>
                  </button>
                ))}
              </fieldset>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
