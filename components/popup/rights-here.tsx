import { useState } from 'preact/hooks';
import { newId } from '../../utils/domain/new-id.ts';
import type { ErrorCode } from '../../utils/domain/result.ts';
import type { Output } from '../../utils/messaging/protocol.ts';
import { useAction } from '../hooks/use-action.ts';
import { useQuery } from '../hooks/use-query.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote, Note } from '../ui/note.tsx';
import { useNotify } from '../ui/toast.tsx';
import { useT } from './words.ts';

type Grant = NonNullable<Output<'rights.on-screen'>>['grants'][number];

/** More than these are picked out in the library. */
const most = 5;

/** UGC that stands on the screen now: a picture of it is taken only by a press here. */
export function RightsHere({ tabId }: { tabId: number }) {
  const seen = useQuery('rights.on-screen', { tabId }, ['rights', 'items']);
  return (
    <>
      {seen.value?.grants.slice(0, most).map((grant) => (
        <OnScreen key={grant.id} tabId={tabId} grant={grant} />
      ))}
    </>
  );
}

function OnScreen({ tabId, grant }: { tabId: number; grant: Grant }) {
  const t = useT();
  const notify = useNotify();
  const take = useAction('rights.picture');
  const [pending, setPending] = useState<'item' | 'answer' | null>(null);
  const run = async (of: 'item' | 'answer') => {
    setPending(of);
    const operation = newId();
    const result = await take.run({ tabId, grantId: grant.id, of }, operation);
    setPending(null);
    if (result.ok)
      notify({ text: t(of === 'item' ? 'rights_taken' : 'rights_taken_answer'), undo: operation });
  };
  const name = grant.author ?? t('rights_nameless');
  const button = (of: 'item' | 'answer', words: string) => (
    <Button
      kind="quiet"
      label={`${words}: ${name}`}
      pending={pending === of}
      disabled={pending !== null && pending !== of}
      onClick={() => void run(of)}
    >
      {words}
    </Button>
  );
  return (
    <div class="screen-row">
      <p>
        <span>
          <bdi>{t('rights_on_screen', { name })}</bdi>
        </span>
        {button('item', t(grant.cropId === undefined ? 'rights_take' : 'rights_take_again'))}
        {grant.state !== 'candidate' && button('answer', t('rights_take_answer'))}
      </p>
      {take.failed && <Refused code={take.failed} />}
    </div>
  );
}

function Refused({ code }: { code: ErrorCode }) {
  const t = useT();
  if (code === 'not-found') return <Note kind="warn">{t('rights_not_there')}</Note>;
  if (code === 'no-access') return <Note kind="warn">{t('rights_no_access')}</Note>;
  return <ErrorNote code={code} />;
}
