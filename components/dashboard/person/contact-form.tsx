import { useEffect, useRef, useState } from 'preact/hooks';
import type { Contact } from '../../../utils/domain/contact.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { useAction } from '../../hooks/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { useT } from '../words.ts';
import { contactKinds } from './contact-kinds.ts';

/** The kind that a text most likely is; the person has the last word. */
function guessKind(text: string): Contact['kind'] | null {
  if (/^\S+@\S+\.\S+$/.test(text)) return 'email';
  if (/^https?:\/\//i.test(text)) return 'link';
  if (/^\+?[\d\s().-]{6,}$/.test(text)) return 'phone';
  return null;
}

/** A new way to reach someone, or a corrected one. */
export function ContactForm({
  creatorId,
  contact,
  onSaved,
  onCancel,
}: {
  creatorId: string;
  /** absent: a new one */
  contact: Contact | undefined;
  onSaved: (value: string, operationId: string) => void;
  onCancel: () => void;
}) {
  const t = useT();
  const save = useAction('contact.save');
  const [value, setValue] = useState(contact?.value ?? '');
  // null until the person chose one: the text decides
  const [chosen, setChosen] = useState<Contact['kind'] | null>(contact?.kind ?? null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const kind = chosen ?? guessKind(value.trim()) ?? 'email';
  const run = async () => {
    const text = value.trim();
    const operationId = newId();
    const input = { creatorId, kind, value: text, ...(contact ? { contactId: contact.id } : {}) };
    if ((await save.run(input, operationId)).ok) onSaved(text, operationId);
  };
  return (
    <form
      class="form-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (value.trim() && !save.pending) void run();
      }}
    >
      <div class="form-row">
        <TextField
          label={t('person_contact_value')}
          value={value}
          maxLength={1_000}
          inputRef={field}
          onInput={(text) => {
            save.clear();
            setValue(text);
          }}
        />
        <Select
          label={t('person_contact_kind')}
          value={kind}
          options={contactKinds.map((one) => ({ value: one, label: t(`person_contact_${one}`) }))}
          onChange={setChosen}
        />
      </div>
      <div class="form-end">
        <Button kind="primary" type="submit" pending={save.pending} disabled={!value.trim()}>
          {t('save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
      {save.failed === 'invalid' ? (
        <Note kind="bad">{t('person_contact_invalid')}</Note>
      ) : (
        save.failed && <ErrorNote code={save.failed} />
      )}
    </form>
  );
}
