import { newId } from '../../../utils/domain/new-id.ts';
import { formatAgo } from '../../../utils/i18n/format.ts';
import type { SpamRow } from '../../../utils/messaging/protocol/fans.ts';
import { useAction } from '../../hooks/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { WebLink } from '../person/web-link.tsx';
import { spamHash } from './page-state.ts';
import { nameOf, ProfileLink } from './profile-link.tsx';
import { useT } from './words.tsx';

/** Letters of a text in the names of its buttons. */
const letters = 40;

/**
 * One item of spam.
 * @param alone only this author's are shown, both what waits and what is done: a row stays when it is done
 * @param onGone called when the row leaves the list, for the focus
 */
export function SpamItem({
  row: { item, ofAuthor },
  spamTags,
  alone,
  onGone,
}: {
  row: SpamRow;
  spamTags: readonly string[];
  alone: boolean;
  onGone: () => void;
}) {
  const t = useT();
  const notify = useNotify();
  const mark = useAction('spam.done');
  const tag = useAction('item.tag');
  const { author } = item;
  const isDone = item.spamDone !== undefined;
  const said = item.text ?? item.title ?? t('spam_no_text');
  const text = said.length > letters ? `${said.slice(0, letters)}…` : said;
  const ago = (time: string) => formatAgo(t.locale, time, Date.now());
  const [key] = item.spamKeys;
  const own = item.tagIds.filter((id) => spamTags.includes(id));

  const markDone = async () => {
    const operationId = newId();
    const result = await mark.run({ itemId: item.id, done: !isDone }, operationId);
    if (!result.ok) return;
    notify({ text: t(isDone ? 'spam_waits' : 'spam_noted'), undo: operationId });
    if (!alone) onGone();
  };
  const takeOff = async () => {
    const operationId = newId();
    const result = await tag.run({ item: { itemId: item.id }, add: [], remove: own }, operationId);
    if (!result.ok) return;
    notify({ text: t('spam_taken_off'), undo: operationId });
    onGone();
  };
  return (
    <li class="fan-row">
      <div class="row-words">
        <blockquote class="spam-text" dir="auto">
          {said}
        </blockquote>
        <p class="fan-links">
          {author ? <ProfileLink author={author} /> : <span class="soft">{t('spam_nobody')}</span>}
          {author && key && ofAuthor !== undefined && ofAuthor > 1 && !alone && (
            <a
              href={spamHash({ done: false, author: key })}
              aria-label={t('spam_count_named', { count: ofAuthor, name: nameOf(author) })}
            >
              {t('spam_count', { count: ofAuthor })}
            </a>
          )}
          <span class="soft">
            {item.spamDone
              ? t('spam_done_ago', { ago: ago(item.spamDone) })
              : t('spam_tagged', { ago: ago(item.taggedAt) })}
          </span>
        </p>
      </div>
      <div class="fan-tools">
        <WebLink address={item.url}>
          <span aria-hidden="true">{t('spam_open')}</span>
          <span class="sr-only">{t('spam_open_named', { text })}</span>
        </WebLink>
        <Button
          icon={isDone ? undefined : 'check'}
          pending={mark.pending}
          label={t(isDone ? 'spam_again_named' : 'spam_done_named', { text })}
          onClick={() => void markDone()}
        >
          {t(isDone ? 'spam_again' : 'spam_done')}
        </Button>
        {own.length > 0 && (
          <Button
            kind="quiet"
            pending={tag.pending}
            label={t('spam_not_named', { text })}
            onClick={() => void takeOff()}
          >
            {t('spam_not')}
          </Button>
        )}
      </div>
      {mark.failed && <ErrorNote code={mark.failed} />}
      {tag.failed && <ErrorNote code={tag.failed} />}
    </li>
  );
}
