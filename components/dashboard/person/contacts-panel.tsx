import { useEffect, useRef, useState } from 'preact/hooks';
import type { Contact } from '../../../utils/domain/contact.ts';
import type { CreatorView } from '../../../utils/domain/creator.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { useAction } from '../../hooks/use-action.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { useT } from '../words.ts';
import { ContactForm } from './contact-form.tsx';
import { contactKinds } from './contact-kinds.ts';
import { ReadTime } from './read-time.tsx';
import { WebLink } from './web-link.tsx';

/** How to reach the person, by kind; each is copied by one press. */
export function ContactsPanel({ view }: { view: CreatorView }) {
  const t = useT();
  const notify = useNotify();
  const remove = useAction('contact.remove');
  // the contact whose form is open; 'new' for another one
  const [open, setOpen] = useState<string | null>(null);
  const [copied, setCopied] = useState<{ id: string; worked: boolean } | null>(null);
  const { creator, contacts } = view;
  // what had the focus is gone when a form closes or a contact is removed: it goes on from the button below
  const addButton = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && open === null) addButton.current?.focus();
    wasOpen.current = open !== null;
  }, [open]);

  const takeAway = async (contact: Contact) => {
    const operationId = newId();
    const result = await remove.run({ contactId: contact.id }, operationId);
    if (!result.ok) return;
    notify({ text: t('person_contact_removed', { name: contact.value }), undo: operationId });
    addButton.current?.focus();
  };
  const saved = (value: string, operationId: string) => {
    setOpen(null);
    notify({ text: t('person_contact_saved', { name: value }), undo: operationId });
  };
  const formOf = (contact?: Contact) => (
    <ContactForm creatorId={creator.id} contact={contact} onSaved={saved} onCancel={() => setOpen(null)} />
  );

  return (
    <section class="panel" aria-labelledby="person-contacts">
      <h2 id="person-contacts">{t('person_contacts')}</h2>
      {contacts.length === 0 && open !== 'new' && <p class="soft">{t('person_no_contacts')}</p>}
      {contactKinds.map((kind) => {
        const ofKind = contacts.filter((contact) => contact.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <div key={kind}>
            <h3>{t(`person_contact_${kind}`)}</h3>
            <ul class="rows">
              {ofKind.map((contact) => (
                <li key={contact.id} class={open === contact.id ? 'open' : undefined}>
                  {open === contact.id ? (
                    formOf(contact)
                  ) : (
                    <>
                      <ContactRow contact={contact} copied={copied} onCopied={setCopied} />
                      <IconButton
                        icon="edit"
                        label={t('person_contact_edit', { name: contact.value })}
                        onClick={() => setOpen(contact.id)}
                      />
                      <IconButton
                        icon="remove"
                        label={t('remove_named', { name: contact.value })}
                        onClick={() => void takeAway(contact)}
                      />
                    </>
                  )}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <span class="sr-only" role="status">
        {copied && (copied.worked ? t('person_copied') : t('person_copy_failed'))}
      </span>
      {remove.failed && <ErrorNote code={remove.failed} />}
      {open === 'new' ? (
        formOf()
      ) : (
        <Button icon="add" buttonRef={addButton} onClick={() => setOpen('new')}>
          {t('person_contact_add')}
        </Button>
      )}
    </section>
  );
}

function ContactRow({
  contact,
  copied,
  onCopied,
}: {
  contact: Contact;
  copied: { id: string; worked: boolean } | null;
  onCopied: (copied: { id: string; worked: boolean }) => void;
}) {
  const t = useT();
  const { id, kind, value } = contact;
  const state = copied?.id === id ? copied : null;
  const copy = async () => onCopied({ id, worked: await copyText(value) });
  return (
    <div class="row-words">
      <button type="button" class="person-copy" onClick={() => void copy()}>
        <bdi>{value}</bdi>{' '}
        <span class="person-copy-state">
          {state?.worked ? (
            <>
              <Icon name="check" /> {t('person_copied')}
            </>
          ) : (
            t('person_copy')
          )}
        </span>
      </button>
      {state && !state.worked && <p class="field-error">{t('person_copy_failed')}</p>}
      <p class="person-origin">
        {kind === 'email' && (
          <>
            <a href={`mailto:${encodeURIComponent(value).replace('%40', '@')}`}>{t('person_write')}</a>
            {' · '}
          </>
        )}
        {kind === 'link' && (
          <>
            <WebLink address={value}>{t('person_open_link')}</WebLink>
            {' · '}
          </>
        )}
        {t(`source_${contact.source}`)}
        {contact.inferred && ` · ${t('person_inferred')}`}
        {' · '}
        <ReadTime at={contact.readAt} />
      </p>
    </div>
  );
}
