import { localDay } from '../../../utils/domain/day.ts';
import type { RightsGrant } from '../../../utils/domain/rights.ts';
import { mayUse } from '../../../utils/domain/rights-use.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { EmptyState, ErrorNote, Note } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { CopyCredit } from './copy-credit.tsx';
import { CropPicture } from './crop-picture.tsx';
import { Deeds } from './deeds.tsx';
import { HistoryList } from './history-list.tsx';
import { MayTable } from './may-table.tsx';
import { authorName, daysOf, scopeList } from './rights-words.ts';
import { InUse, RemoveEntry, RemovePicture } from './small-deeds.tsx';
import { StandMark } from './stand-mark.tsx';
import { useT } from './words.tsx';

/** One post of somebody: may it be used, what was asked and said, and everything that can be noted about it. */
export function RightsDetails({ id }: { id: string }) {
  const t = useT();
  const found = useQuery('rights.get', { grantId: id }, ['rights']);
  const gone = found.code === 'not-found';
  return (
    <>
      <p>
        <a href="#/rights">{t('rights_back')}</a>
      </p>
      {found.state === 'loading' && <Skeleton lines={8} label={t('loading')} />}
      {gone && <EmptyState title={t('rights_gone')} />}
      {found.code && !gone && <ErrorNote code={found.code} again={found.again} />}
      {found.value && !gone && <Details grant={found.value} />}
    </>
  );
}

function Details({ grant }: { grant: RightsGrant }) {
  const t = useT();
  const author = authorName(grant, t);
  const { subject, cropId, creditLine } = grant;
  const wrong = grant.inUse.filter((scope) => !mayUse(grant, scope, localDay()).may);
  const words = subject.text ?? subject.title;
  return (
    <>
      <h1>
        <bdi>{t('rights_title_of', { author })}</bdi>
      </h1>
      <p class="rights-line">
        <StandMark grant={grant} />
        <span class="soft">{t(`platform_${subject.platform}`)}</span>
        <a href={subject.url} target="_blank" rel="noreferrer">
          {t('rights_to_post')}
        </a>
      </p>
      {wrong.length > 0 && <Note kind="warn">{t('rights_stop_use', { uses: scopeList(wrong, t) })}</Note>}
      <div class="rights-two">
        <section class="panel" aria-labelledby="rights-may">
          <h2 id="rights-may">{t('rights_may')}</h2>
          <MayTable grant={grant} />
          <dl class="facts">
            {creditLine && (
              <>
                <dt>{t('rights_credit')}</dt>
                <dd>
                  <CopyCredit line={creditLine} />
                </dd>
              </>
            )}
            {grant.state === 'granted' && (
              <>
                <dt>{t('rights_days')}</dt>
                <dd>{daysOf(grant, t)}</dd>
              </>
            )}
            {grant.note && (
              <>
                <dt>{t('rights_note')}</dt>
                <dd class="rights-note" dir="auto">
                  {grant.note}
                </dd>
              </>
            )}
          </dl>
          <InUse grant={grant} />
        </section>
        <section class="panel" aria-label={t('rights_picture_of', { author })}>
          <CropPicture cropId={cropId} name={t('rights_picture_of', { author })} />
          {words && (
            <p class="rights-note" dir="auto">
              {words}
            </p>
          )}
          {cropId === undefined ? (
            <p class="field-hint">{t('rights_take_how')}</p>
          ) : (
            <RemovePicture grantId={grant.id} />
          )}
        </section>
      </div>
      <Deeds key={grant.id} grant={grant} />
      <section class="panel" aria-labelledby="rights-history">
        <h2 id="rights-history">{t('rights_history')}</h2>
        <HistoryList grant={grant} />
      </section>
      <RemoveEntry grantId={grant.id} />
    </>
  );
}
