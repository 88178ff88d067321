import type { PlatformId } from '../../../utils/domain/platform.ts';
import { formatNumber } from '../../../utils/i18n/format.ts';
import { replyLimits } from '../../../utils/templates/reply-limits.ts';
import { graphemes, textLength } from '../../../utils/templates/text-length.ts';
import { useT } from './words.tsx';

/** How long a filled text is on each platform where it is offered and whose limit is known. */
export function LengthList({ text, platforms }: { text: string; platforms: readonly PlatformId[] }) {
  const t = useT();
  const known = replyLimits.filter(
    ({ platform, kind }) => kind === 'comment' && (platforms.length === 0 || platforms.includes(platform)),
  );
  const rows = known
    .map(({ platform }) => ({ platform, ...textLength(text, platform) }))
    .sort((a, b) => (a.left ?? 0) - (b.left ?? 0));
  const row = ({ platform, length, limit = 0, left = 0 }: (typeof rows)[number]) => (
    <li key={platform} class={left < 0 ? 'templates-due' : undefined}>
      <span>{t(`platform_${platform}`)}</span>{' '}
      <span class="templates-number">
        {t('templates_length_of', { length, limit })}
        {left < 0 && ` · ${t('templates_too_long', { count: -left })}`}
      </span>
    </li>
  );
  const tight = rows.filter(({ left = 0, limit = 1 }) => left < limit / 5);
  return (
    <>
      <p class="soft">{t('templates_length', { count: graphemes(text) })}</p>
      {tight.length > 0 && <ul class="templates-lengths">{tight.map(row)}</ul>}
      {rows.length > tight.length && (
        <details class="more">
          <summary>{t('templates_lengths', { count: formatNumber(t.locale, rows.length) })}</summary>
          <ul class="templates-lengths">{rows.filter((one) => !tight.includes(one)).map(row)}</ul>
        </details>
      )}
    </>
  );
}
