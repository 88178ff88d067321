import { localDay } from '../../../utils/domain/day.ts';
import type { RightsGrant } from '../../../utils/domain/rights.ts';
import { mayUse } from '../../../utils/domain/rights-use.ts';
import { CopyCredit } from './copy-credit.tsx';
import { CropPicture } from './crop-picture.tsx';
import { authorName, daysOf, scopeList } from './rights-words.ts';
import { StandMark } from './stand-mark.tsx';
import { useT } from './words.tsx';

/** One post of somebody in the library. */
export function RightsCard({ grant }: { grant: RightsGrant }) {
  const t = useT();
  const author = authorName(grant, t);
  const { id, subject, cropId, state, scopes, askedScopes, creditLine, proof, inUse } = grant;
  const wrong = inUse.filter((scope) => !mayUse(grant, scope, localDay()).may);
  const words = subject.text ?? subject.title;
  return (
    <li class="rights-card">
      <CropPicture cropId={cropId} name={t('rights_picture_of', { author })} />
      <div class="rights-about">
        <h2 class="rights-author">
          <a href={`#/rights/${id}`} aria-label={t('rights_open_named', { author })}>
            <bdi>{author}</bdi>
          </a>
        </h2>
        <p class="rights-line">
          <StandMark grant={grant} />
          <span class="soft">{t(`platform_${subject.platform}`)}</span>
          <a
            href={subject.url}
            target="_blank"
            rel="noreferrer"
            aria-label={t('rights_to_post_named', { author })}
          >
            {t('rights_to_post')}
          </a>
        </p>
        {words && (
          <p class="rights-text soft" dir="auto">
            {words}
          </p>
        )}
        {state === 'granted' && (
          <p>
            {scopeList(scopes, t)} · {daysOf(grant, t)}
          </p>
        )}
        {state === 'asked' && (
          <p>
            {t('rights_asked_for')} · {scopeList(askedScopes, t)}
          </p>
        )}
        {creditLine && <CopyCredit line={creditLine} />}
        {proof?.quote && (
          <blockquote class="rights-quote" dir="auto">
            {proof.quote}
          </blockquote>
        )}
        {wrong.length > 0 && (
          <p class="rights-wrong">{t('rights_stop_use', { uses: scopeList(wrong, t) })}</p>
        )}
      </div>
    </li>
  );
}
