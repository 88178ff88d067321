import type { WatchlistRow } from '../../utils/domain/competitor.ts';
import { newId } from '../../utils/domain/new-id.ts';
import type { Overview } from '../../utils/messaging/protocol.ts';
import { useAction } from '../hooks/use-action.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { useNotify } from '../ui/toast.tsx';
import { type Fitting, type ReadTab, subjectName } from './fitting-action.ts';
import { useSurroundings } from './surroundings.ts';
import { WatchSnapshot } from './watch-snapshot.tsx';
import { useT } from './words.ts';

/** What else can be done with a page: watch it, or say that the account is our own. */
export function SecondaryActions({
  tab,
  overview,
  fitting,
  watched,
  onWatch,
}: {
  tab: ReadTab;
  overview: Overview;
  fitting: Fitting;
  watched: WatchlistRow | undefined;
  /** absent while the form stands there already */
  onWatch: (() => void) | undefined;
}) {
  const t = useT();
  const canClaim = (fitting === 'save' || fitting === 'known') && tab.reading.kind !== 'post';
  return (
    <div class="secondary">
      {watched && (
        <span class="soft with-icon">
          <Icon name="eye" /> {t('watched_here')} · {t(`tier_${watched.competitor.tier}`)}
        </span>
      )}
      {watched && <WatchSnapshot tabId={tab.tabId} />}
      {!watched && onWatch && fitting !== 'blocked' && (
        <Button kind="quiet" icon="eye" onClick={onWatch}>
          {t('watch_page')}
        </Button>
      )}
      {canClaim && <Claim tab={tab} overview={overview} />}
    </div>
  );
}

function Claim({ tab, overview }: { tab: ReadTab; overview: Overview }) {
  const t = useT();
  const notify = useNotify();
  const { openDashboard } = useSurroundings();
  const claim = useAction('account.claim');
  const handle = tab.reading.creator?.handle?.value;
  if (!handle) return null;
  // without a brand there is nobody whose account it could be
  if (!overview.brand) {
    return (
      <Button kind="quiet" icon="home" onClick={() => openDashboard('#/welcome')}>
        {t('claim_needs_brand')}
      </Button>
    );
  }
  const { platform } = tab.reading;
  const stableId = tab.reading.creator?.stableId?.value;
  // the first account on a platform is the main one; the brand's page changes that
  const main = !overview.brand.accounts.some((account) => account.platform === platform);
  const run = async () => {
    const operationId = newId();
    const account = { platform, handle, ...(stableId ? { stableId } : {}), main };
    const result = await claim.run({ account }, operationId);
    if (result.ok) notify({ text: t('claimed', { name: subjectName(tab) }), undo: operationId });
  };
  return (
    <>
      <Button kind="quiet" icon="home" pending={claim.pending} onClick={() => void run()}>
        {t('claim')}
      </Button>
      {claim.failed && <ErrorNote code={claim.failed} />}
    </>
  );
}
