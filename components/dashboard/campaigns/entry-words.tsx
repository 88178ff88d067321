import type { Entry } from '../../../utils/domain/campaign.ts';
import { formatTime } from '../../../utils/i18n/format.ts';
import { useT } from './words.tsx';

/** As much of a text as a row shows. */
const shown = 240;

/** Who wrote an entry, where and when, and what. A stranger's words: text, and nothing else. */
export function EntryWords({ entry }: { entry: Entry }) {
  const t = useT();
  const { author, kind, publishedAt, text } = entry;
  return (
    <>
      <span class="campaign-entry-head">
        <bdi class="campaign-name">{author.displayName ?? author.handle}</bdi>{' '}
        <bdi class="soft">@{author.handle}</bdi>
        <span class="soft">
          {' · '}
          {t(`platform_${author.platform}`)}
          {' · '}
          {t(`campaigns_kind_${kind}`)}
          {' · '}
          {publishedAt === undefined ? (
            t('campaigns_written_unknown')
          ) : (
            <time dateTime={publishedAt}>{formatTime(t.locale, publishedAt)}</time>
          )}
        </span>
      </span>
      <span class="campaign-entry-text" dir="auto">
        {text === '' ? t('campaigns_no_text') : text.length > shown ? `${text.slice(0, shown)}…` : text}
      </span>
    </>
  );
}
