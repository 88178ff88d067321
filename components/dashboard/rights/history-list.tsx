import type { RightsGrant } from '../../../utils/domain/rights.ts';
import { formatTime } from '../../../utils/i18n/format.ts';
import { CropPicture } from './crop-picture.tsx';
import { ProofLink } from './proof-part.tsx';
import { daysOf, scopeList } from './rights-words.ts';
import { useT } from './words.tsx';

/** What happened, the last first, each with what was said then. */
export function HistoryList({ grant }: { grant: RightsGrant }) {
  const t = useT();
  return (
    <ol class="rights-history">
      {grant.history.toReversed().map(({ at, event, scopes, from, until, proof, template }) => (
        <li key={`${at} ${event}`}>
          <p>
            <b>{t(`rights_event_${event}`)}</b>{' '}
            <time class="soft" dateTime={at}>
              {formatTime(t.locale, at)}
            </time>{' '}
            {template && <bdi class="soft">{t('rights_with_template', { title: template })}</bdi>}
          </p>
          {scopes && scopes.length > 0 && (
            <p>
              {scopeList(scopes, t)}
              {(event === 'granted' || event === 'edited') && <> · {daysOf({ from, until }, t)}</>}
            </p>
          )}
          {proof?.quote && (
            <blockquote class="rights-quote" dir="auto">
              {proof.quote}
            </blockquote>
          )}
          {proof?.url && <ProofLink url={proof.url} />}
          {proof?.cropId && <CropPicture cropId={proof.cropId} name={t('rights_answer_picture')} />}
        </li>
      ))}
    </ol>
  );
}
