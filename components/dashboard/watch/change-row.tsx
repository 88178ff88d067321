import { useRef } from 'preact/hooks';
import type { StoredChange } from '../../../utils/domain/change.ts';
import { changeSentence, shortened } from '../../../utils/i18n/change-sentence.ts';
import { useAction } from '../../hooks/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { NoteForm } from './note-form.tsx';
import { ShareButton } from './share-button.tsx';
import { changeText, type ShareAbout } from './share-text.ts';
import { useT } from './words.tsx';

/** One difference in one sentence, with what can be done about it: mark it read, mute its kind, note what it teaches, tell a colleague. */
export function ChangeRow({ change, about }: { change: StoredChange; about: ShareAbout }) {
  const t = useT();
  const notify = useNotify();
  const read = useAction('change.read');
  const mute = useAction('change.mute');
  const note = useAction('change.note');
  const item = useRef<HTMLLIElement>(null);
  const sentence = changeSentence(change, t);
  const kind = t(`watch_kind_${change.kind}`);
  const failed = read.failed ?? mute.failed;

  const markRead = async () => {
    const result = await read.run({ which: { changeIds: [change.id] } });
    // its button goes away, the focus stays here
    if (result.ok) item.current?.focus();
  };
  const turn = async (on: boolean) => {
    const of = { watchedPageId: change.watchedPageId };
    const result = await mute.run({ of, kind: change.kind, on });
    if (!result.ok) return;
    notify({ text: t(on ? 'watch_muted_now' : 'watch_unmuted_now', { kind }) });
    item.current?.focus();
  };

  return (
    <li ref={item} tabIndex={-1} class={`watch-change ${change.severity}${change.read ? '' : ' unread'}`}>
      <div class="row-words">
        <p class="watch-sentence">
          {!change.read && <span class="sr-only">{t('watch_unread')} </span>}
          {sentence}{' '}
          <span class={`watch-severity ${change.severity}`}>{t(`watch_severity_${change.severity}`)}</span>
        </p>
        <Whole change={change} />
        {change.muted && (
          <p class="soft">{t(change.muted === 'noisy' ? 'watch_muted_noisy' : 'watch_muted_person')}</p>
        )}
        <NoteForm
          note={change.note}
          saving={note}
          about={{
            title: about.name ? `${about.name}: ${sentence}` : sentence,
            competitorId: change.competitorId,
            changeId: change.id,
            ...(about.address ? { url: about.address } : {}),
          }}
          onSave={(next) => void note.run({ changeId: change.id, note: next })}
        />
        {failed && <ErrorNote code={failed} />}
      </div>
      <div class="watch-tools">
        {!change.read && (
          <Button
            kind="quiet"
            icon="check"
            pending={read.pending}
            label={t('watch_mark_read_named', { what: sentence })}
            onClick={() => void markRead()}
          >
            {t('watch_mark_read')}
          </Button>
        )}
        <ShareButton what={sentence} text={() => changeText(change, about, t)} />
        <Button
          kind="quiet"
          pending={mute.pending}
          label={t(change.muted ? 'watch_unmute_named' : 'watch_mute_named', { kind })}
          onClick={() => void turn(!change.muted)}
        >
          {t(change.muted ? 'watch_unmute' : 'watch_mute')}
        </Button>
      </div>
    </li>
  );
}

/** Texts that the sentence had to cut, both sides in full. */
function Whole({ change: { from, to } }: { change: StoredChange }) {
  const t = useT();
  const isCut = (text: unknown) => typeof text === 'string' && shortened(text) !== text;
  if (!isCut(from) && !isCut(to)) return null;
  return (
    <details class="more">
      <summary>{t('watch_whole')}</summary>
      <dl class="watch-sides">
        {typeof from === 'string' && (
          <div>
            <dt>{t('watch_before')}</dt>
            <dd dir="auto">{from}</dd>
          </div>
        )}
        {typeof to === 'string' && (
          <div>
            <dt>{t('watch_after')}</dt>
            <dd dir="auto">{to}</dd>
          </div>
        )}
      </dl>
    </details>
  );
}
