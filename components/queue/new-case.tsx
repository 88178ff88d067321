import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { newId } from '../../utils/domain/new-id.ts';
import type { Input } from '../../utils/messaging/protocol.ts';
import { useAction } from '../hooks/use-action.ts';
import { Button } from '../ui/button.tsx';
import { CheckField, TextField } from '../ui/field.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { useNotify } from '../ui/toast.tsx';
import { chosenDeadline, DeadlineField, type DeadlineValue } from './deadline-field.tsx';
import { OwnerField } from './owner-field.tsx';
import { useT } from './words.tsx';

/** What a new case begins with: from a change at a competitor, a figure, or nothing. */
export type Beginning = Partial<
  Pick<Input<'case.open'>, 'title' | 'source' | 'competitorId' | 'changeId' | 'url' | 'platform' | 'note'>
>;

const isWeb = (address: string) => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);

/** A case written by hand. */
export function NewCase({
  departments,
  beginning = {},
  onClose,
}: {
  departments: readonly string[];
  beginning?: Beginning | undefined;
  onClose: () => void;
}) {
  const t = useT();
  const notify = useNotify();
  const open = useAction('case.open');
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const first = useRef<HTMLInputElement>(null);
  const [title, setTitle] = useState(beginning.title ?? '');
  const [quote, setQuote] = useState('');
  const [url, setUrl] = useState(beginning.url ?? '');
  const [owner, setOwner] = useState('');
  const [note, setNote] = useState(beginning.note ?? '');
  const [urgent, setUrgent] = useState(false);
  const [figure, setFigure] = useState(false);
  const [deadline, setDeadline] = useState<{ value: DeadlineValue; moment: string }>({
    value: 'same',
    moment: '',
  });
  const [tried, setTried] = useState(false);
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    shown?.showModal();
    first.current?.focus();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  const address = url.trim();
  const badAddress = address !== '' && !isWeb(address);
  const save = async () => {
    setTried(true);
    const named = title.trim();
    if (!named || badAddress || open.pending) return;
    const due = chosenDeadline(deadline.value, deadline.moment);
    const operationId = newId();
    const { source = figure ? 'metric' : 'none', competitorId, changeId, platform } = beginning;
    const result = await open.run(
      {
        title: named,
        source,
        urgent,
        ...(competitorId === undefined ? {} : { competitorId }),
        ...(changeId === undefined ? {} : { changeId }),
        ...(platform === undefined ? {} : { platform }),
        ...(address ? { url: address } : {}),
        ...(quote.trim() ? { quote: quote.trim() } : {}),
        ...(owner.trim() ? { owner: owner.trim() } : {}),
        ...(note.trim() ? { note: note.trim() } : {}),
        ...(due === undefined ? {} : { deadline: due }),
      },
      operationId,
    );
    if (!result.ok) return;
    notify({ text: t('queue_done_opened', { title: named }), undo: operationId });
    onClose();
  };

  return (
    <dialog
      ref={dialog}
      class="dialog queue-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId}>{t('queue_new')}</h2>
      <form
        class="queue-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={t('queue_title_field')}
          hint={t('queue_title_hint')}
          error={tried && !title.trim() ? t('queue_title_needed') : undefined}
          maxLength={300}
          value={title}
          onInput={setTitle}
          inputRef={first}
        />
        {beginning.source === undefined && (
          <CheckField
            label={t('queue_from_figure')}
            hint={t('queue_from_figure_hint')}
            checked={figure}
            onChange={setFigure}
          />
        )}
        <TextField label={t('queue_quote')} rows={2} maxLength={5_000} value={quote} onInput={setQuote} />
        <TextField
          label={t('queue_address')}
          error={tried && badAddress ? t('queue_address_bad') : undefined}
          maxLength={8_000}
          value={url}
          onInput={setUrl}
        />
        <OwnerField
          label={t('queue_owner')}
          hint={t('queue_owner_hint')}
          value={owner}
          departments={departments}
          onInput={setOwner}
        />
        <DeadlineField
          same={t(urgent ? 'queue_deadline_default_urgent' : 'queue_deadline_default')}
          value={deadline.value}
          moment={deadline.moment}
          onChange={(value, moment) => setDeadline({ value, moment })}
        />
        <CheckField
          label={t('queue_urgent')}
          hint={t('queue_urgent_hint')}
          checked={urgent}
          onChange={setUrgent}
        />
        <TextField label={t('queue_note')} rows={2} maxLength={5_000} value={note} onInput={setNote} />
        {open.failed && <ErrorNote code={open.failed} />}
        <div class="form-end">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" kind="primary" pending={open.pending}>
            {t('queue_new_save')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
