import { newId } from '../../../utils/domain/new-id.ts';
import type { ErrorCode } from '../../../utils/domain/result.ts';
import { useAction } from '../../hooks/use-action.ts';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { useT } from '../words.ts';
import { ProfileAddress } from './profile-address.tsx';

/** One more profile of the same person, by its address. */
export function AddAccount({ creatorId, none }: { creatorId: string; none: boolean }) {
  const t = useT();
  const notify = useNotify();
  const add = useAction('account.add');
  return (
    <section class="panel" aria-labelledby="person-add-account">
      <h2 id="person-add-account">{t('person_add_account')}</h2>
      {none && <p class="soft">{t('person_no_account')}</p>}
      <ProfileAddress
        label={t('person_address')}
        hint={t('person_address_hint')}
        submit={t('add')}
        pending={add.pending}
        onProfile={async (account) => {
          const operationId = newId();
          const result = await add.run({ creatorId, account }, operationId);
          const name = `${t(`platform_${account.platform}`)} @${account.handle}`;
          if (result.ok) notify({ text: t('person_account_added', { name }), undo: operationId });
          return result.ok;
        }}
      />
      {add.failed && <WhyNot code={add.failed} />}
    </section>
  );
}

/** Two refusals mean more here than their general words say. */
function WhyNot({ code }: { code: ErrorCode }) {
  const t = useT();
  if (code === 'invalid') return <Note kind="bad">{t('person_account_taken')}</Note>;
  if (code === 'nothing-to-save') return <Note kind="bad">{t('person_account_ours')}</Note>;
  return <ErrorNote code={code} />;
}
