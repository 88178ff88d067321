import type { Brand } from '../../utils/domain/brand.ts';
import type { CaseRow } from '../../utils/domain/case-row.ts';
import type { PlatformId } from '../../utils/domain/platform.ts';
import { fillTemplate } from '../../utils/templates/fill-template.ts';
import { replyContext } from '../../utils/templates/reply-context.ts';
import type { Suggestion } from './suggest-replies.ts';

/**
 * The text of a suggestion with what the case knows.
 * @returns null where something is missing: a text with a gap is not handed out
 */
export function fillSuggestion(
  { text, language }: Suggestion,
  { platform, author, quote, url }: Pick<CaseRow, 'platform' | 'author' | 'quote' | 'url'>,
  brand: Brand | undefined,
  platformName: (platform: PlatformId) => string,
  now: Date,
): string | null {
  const context = replyContext({
    platform: platform ?? author?.platform ?? 'web',
    platformName,
    person: author && { displayName: author.displayName, handle: author.handle },
    comment: { text: quote },
    page: url === undefined ? undefined : { url },
    ...(brand ? { brand } : {}),
  });
  const filled = fillTemplate(text, context, { language, now });
  return filled.state === 'filled' ? filled.text : null;
}
