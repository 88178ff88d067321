import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { newId } from '../../../utils/domain/new-id.ts';
import type { Id } from '../../../utils/domain/record.ts';
import { isolated } from '../../../utils/i18n/isolated.ts';
import { useAction } from '../../hooks/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useT } from '../words.ts';

/** A creator by hand, without a page: a name, the address of a profile, or both. */
export function AddCreator({ onClose }: { onClose: () => void }) {
  const t = useT();
  const notify = useNotify();
  const { identify } = useSurroundings();
  const add = useAction('creator.add');
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const [fault, setFault] = useState<'nothing' | 'address' | null>(null);
  const [known, setKnown] = useState<Id | null>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);

  const send = async () => {
    const typed = address.trim();
    const url = typed && !/^[a-z]+:\/\//i.test(typed) ? `https://${typed}` : typed;
    const found = url ? identify(url) : null;
    setKnown(null);
    if (url && !found) return setFault('address');
    const displayName = name.trim() || found?.handle.slice(0, 200);
    if (!displayName) return setFault('nothing');
    const operation = newId();
    const account = found ? { account: { ...found, url } } : {};
    const result = await add.run({ displayName, ...account }, operation);
    if (!result.ok) return;
    if (result.value.outcome === 'known') return setKnown(result.value.creatorId);
    notify({ text: t('creators_added', { name: isolated(displayName) }), undo: operation });
    onClose();
  };
  const edited = (set: (value: string) => void) => (value: string) => {
    set(value);
    setFault(null);
    setKnown(null);
    add.clear();
  };

  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <form
        class="form-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!add.pending) void send();
        }}
      >
        <h2 id={titleId}>{t('creators_add')}</h2>
        <TextField
          label={t('field_displayName')}
          value={name}
          maxLength={200}
          error={fault === 'nothing' ? t('creators_add_nothing') : undefined}
          onInput={edited(setName)}
        />
        <TextField
          label={t('creators_add_address')}
          hint={t('creators_add_hint')}
          value={address}
          maxLength={8_000}
          error={fault === 'address' ? t('creators_add_unknown') : undefined}
          onInput={edited(setAddress)}
        />
        {known && (
          <Note action={<a href={`#/creator/${known}`}>{t('creators_add_open')}</a>}>
            {t('creators_add_known')}
          </Note>
        )}
        {add.failed && <ErrorNote code={add.failed} />}
        <div class="form-end">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" type="submit" pending={add.pending}>
            {t('add')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
