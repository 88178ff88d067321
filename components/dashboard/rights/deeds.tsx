import { useEffect, useRef, useState } from 'preact/hooks';
import type { RightsGrant } from '../../../utils/domain/rights.ts';
import { Button } from '../../ui/button.tsx';
import { lazyPage } from '../lazy-page.tsx';
import { AnswerForm } from './answer-form.tsx';
import { EditForm } from './edit-form.tsx';
import { RevokeForm } from './revoke-form.tsx';
import { useT } from './words.tsx';

/** It fills a saved reply, and what fills one is larger than this page. */
const AskForm = lazyPage(async () => (await import('./ask-form.tsx')).AskForm);

const deeds = ['ask', 'answer', 'edit', 'revoke'] as const;
type Deed = (typeof deeds)[number];

/** What can be noted, one form at a time. */
export function Deeds({ grant }: { grant: RightsGrant }) {
  const t = useT();
  const [open, setOpen] = useState<Deed | null>(null);
  const place = useRef<HTMLElement>(null);
  const buttons = useRef(new Map<Deed, HTMLButtonElement>());
  useEffect(() => {
    if (open) place.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [open]);
  const done = () => {
    // the focus stays where the form was opened
    if (open) buttons.current.get(open)?.focus();
    setOpen(null);
  };
  const offered = deeds.filter((deed) => deed !== 'revoke' || grant.state === 'granted');
  const first: Deed = grant.state === 'candidate' ? 'ask' : 'answer';
  const Form = open && { ask: AskForm, answer: AnswerForm, edit: EditForm, revoke: RevokeForm }[open];
  return (
    <section class="panel" ref={place}>
      <div class="rights-end">
        {offered.map((deed) => (
          <Button
            key={deed}
            // the one thing to do, as long as no form is open: then it is in the form
            kind={deed === first && !open ? 'primary' : 'plain'}
            expanded={open === deed}
            controls="rights-form"
            buttonRef={(button) => {
              if (button) buttons.current.set(deed, button);
            }}
            onClick={() => setOpen(open === deed ? null : deed)}
          >
            {t(`rights_${deed}`)}
          </Button>
        ))}
      </div>
      {Form && (
        <div id="rights-form" class="rights-form">
          <Form key={open} grant={grant} onDone={done} />
        </div>
      )}
    </section>
  );
}
