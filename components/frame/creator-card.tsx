import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { CreatorChanges, CreatorView } from '../../utils/domain/creator.ts';
import type { FrameContext } from '../../utils/domain/frame-context.ts';
import { newId } from '../../utils/domain/new-id.ts';
import { formatNumber, formatTime } from '../../utils/i18n/format.ts';
import type { FrameKey } from '../../utils/i18n/locales/en/frame.ts';
import { useAction } from '../hooks/use-action.ts';
import { useQuery } from '../hooks/use-query.ts';
import { Button } from '../ui/button.tsx';
import { CreatorForm } from '../ui/creator-form.tsx';
import { ErrorNote, Note } from '../ui/note.tsx';
import { AccountFacts } from '../ui/reading.tsx';
import { Skeleton } from '../ui/spinner.tsx';
import { useWords } from '../ui/words.ts';
import { changesSinceLast } from './count-changes.ts';
import { Missing } from './missing-facts.tsx';
import { ReadFacts } from './read-facts.tsx';

type CardContext = Extract<FrameContext, { surface: 'creator-card' }>;

/** The account that was captured here; a creator can have several. */
function accountOf(view: CreatorView, { platform, handle }: CardContext['account']) {
  const same = (other: string) => other.toLowerCase() === handle.toLowerCase();
  return (
    view.accounts.find((account) => account.platform === platform && same(account.handle)) ?? view.accounts[0]
  );
}

function Outcome({ context }: { context: CardContext }) {
  const t = useWords<FrameKey>();
  if (context.outcome === 'created') return <Note kind="good">{t('frame_created')}</Note>;
  if (context.outcome === 'observed') return <Note kind="good">{t('frame_observed')}</Note>;
  return <Note>{t('frame_opened')}</Note>;
}

function SinceLast({ view }: { view: CreatorView }) {
  const t = useWords<FrameKey>();
  const compared = changesSinceLast(view);
  if (!compared) return null;
  const signed = (by: number) => `${by > 0 ? '+' : '−'}${formatNumber(t.locale, Math.abs(by))}`;
  const date = formatTime(t.locale, compared.since);
  return (
    <div class="since">
      <p>
        {t('frame_since', { date })} · {t('frame_seen', { count: view.observations.count })}
      </p>
      {compared.changes.length === 0 ? (
        <p>{t('frame_same')}</p>
      ) : (
        <ul>
          {compared.changes.map(({ name, by, rough }) => (
            <li key={name}>
              {t(`field_${name}`)} <b>{rough ? t('frame_about', { change: signed(by) }) : signed(by)}</b>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

export interface CreatorCardProps {
  context: CardContext;
  /** the card is really visible: only then anything is written */
  writable: boolean;
  /** the name as soon as it is known: the card's heading */
  children: (name: string | null, body: ComponentChildren) => JSX.Element;
  onDirty: (dirty: boolean) => void;
  /** tells how a save ended */
  onSaved: (saved: boolean) => void;
  /** the capture was taken back, or the account was claimed as ours */
  onOver: (how: 'undone' | 'claimed') => void;
}

/** Asks for the creator of the card and draws it; the surface around gets its heading through `children`. */
export function CreatorCard({ children, ...props }: CreatorCardProps) {
  const t = useWords<FrameKey>();
  const {
    value: view,
    state,
    code,
    again,
  } = useQuery('creator.get', { creatorId: props.context.creatorId }, ['creators']);
  if (state === 'loading') return children(null, <Skeleton lines={4} label={t('loading')} />);
  return children(
    view?.creator.displayName ?? null,
    <>
      {code && <ErrorNote code={code} again={again} />}
      {view && <Details {...props} view={view} />}
    </>,
  );
}

/** Who was saved, what could not be read, and the fields to complete. */
function Details({
  context,
  view,
  writable,
  onDirty,
  onSaved,
  onOver,
}: Omit<CreatorCardProps, 'children'> & { view: CreatorView }) {
  const t = useWords<FrameKey>();
  const suggestions = useQuery('tag.suggest', {}, ['creators']);
  const update = useAction('creator.update');
  const undo = useAction('operation.undo');
  const claim = useAction('account.claim');
  const account = accountOf(view, context.account);
  const { operationId } = context;

  /** what was saved from this card, oldest first: a capture can be taken back only after what was built on it */
  const edits = useRef<string[]>([]);

  const save = async (changes: CreatorChanges) => {
    const operation = newId();
    const result = await update.run({ creatorId: view.creator.id, changes }, operation);
    if (result.ok) edits.current.push(operation);
    onSaved(result.ok);
    return result.ok;
  };
  const takeBackEdits = async () => {
    for (let last = edits.current.at(-1); last; last = edits.current.at(-1)) {
      if (!(await undo.run({ undo: last })).ok) return false;
      edits.current.pop();
    }
    return true;
  };
  const takeBack = async (operation: string) => {
    if ((await takeBackEdits()) && (await undo.run({ undo: operation })).ok) onOver('undone');
  };
  const claimAccount = async () => {
    if (operationId && !(await takeBackEdits())) return;
    const input = { account: context.account, ...(operationId ? { undo: operationId } : {}) };
    if ((await claim.run(input)).ok) onOver('claimed');
  };

  return (
    <div class="card-body">
      {view.creator.doNotContact && <Note kind="bad">{t('frame_stop')}</Note>}
      <p class="handle">
        <bdi>{context.account.handle}</bdi> · {t(`platform_${context.account.platform}`)}
        {account?.facts.verified?.value === true && ` · ${t('frame_verified')}`}
      </p>
      <Outcome context={context} />
      {account && <AccountFacts reading={account.facts} />}
      <SinceLast view={view} />
      <Missing missing={context.missing} />
      <CreatorForm
        key={view.creator.id}
        view={view}
        suggestions={suggestions.value?.names ?? []}
        onSave={save}
        onDirty={onDirty}
        pending={update.pending}
        failed={update.failed}
        done={update.done}
        disabled={!writable}
      />
      {account && <ReadFacts account={account} />}
      <div class="card-end">
        {operationId && (
          <Button
            kind="quiet"
            pending={undo.pending}
            disabled={!writable}
            onClick={() => void takeBack(operationId)}
          >
            {context.outcome === 'observed' ? t('frame_undo_observed') : t('frame_undo')}
          </Button>
        )}
        <Button kind="quiet" pending={claim.pending} disabled={!writable} onClick={() => void claimAccount()}>
          {t('frame_this_is_us')}
        </Button>
      </div>
      {undo.failed && <ErrorNote code={undo.failed} />}
      {claim.failed && <ErrorNote code={claim.failed} />}
    </div>
  );
}
