import { useMemo, useState } from 'preact/hooks';
import { type Severity, severities } from '../../../utils/domain/change-kind.ts';
import type { KeywordGroup } from '../../../utils/domain/keyword.ts';
import { compileKeywords, type KeywordMatch } from '../../../utils/domain/keyword-match.ts';
import { formatList } from '../../../utils/i18n/format.ts';
import { TextField } from '../../ui/field.tsx';
import { useT } from './words.tsx';

/** As long as the longest comment. */
const longest = 50_000;

interface Part {
  text: string;
  at: number;
  severity: Severity | null;
}

/** A text in parts, those that were found with the gravest severity found there. */
function partsOf(text: string, matches: readonly KeywordMatch[], groups: readonly KeywordGroup[]): Part[] {
  const edges = [...new Set([0, text.length, ...matches.flatMap(({ from, to }) => [from, to])])].sort(
    (a, b) => a - b,
  );
  const parts: Part[] = [];
  for (const [index, at] of edges.entries()) {
    const end = edges[index + 1];
    if (end === undefined) break;
    const here = matches.filter(({ from, to }) => from <= at && to >= end);
    const grave = here.map(({ group }) => severities.indexOf(groups[group]?.severity ?? 'low'));
    parts.push({ at, text: text.slice(at, end), severity: severities[Math.max(-1, ...grave)] ?? null });
  }
  return parts;
}

/** A box for a text, and what would be found in it: by the groups that are switched on. */
export function TryText({ groups }: { groups: readonly KeywordGroup[] }) {
  const t = useT();
  const [text, setText] = useState('');
  const on = useMemo(() => groups.filter(({ enabled }) => enabled), [groups]);
  const matcher = useMemo(
    () => compileKeywords(on.flatMap(({ words }, group) => words.map((word) => ({ text: word, group })))),
    [on],
  );
  const { matches, groups: found } = matcher.find(text);
  const names = found.flatMap((group) => on[group]?.name ?? []);
  return (
    <section class="panel" aria-labelledby="keywords-try">
      <h2 id="keywords-try">{t('keywords_try')}</h2>
      <TextField
        label={t('keywords_try')}
        hideLabel
        hint={t('keywords_try_hint')}
        rows={3}
        maxLength={longest}
        value={text}
        onInput={setText}
      />
      <p role="status">
        {text.trim() !== '' &&
          (names.length > 0
            ? t('keywords_try_found', { groups: formatList(t.locale, names) })
            : t('keywords_try_none'))}
      </p>
      {names.length > 0 && (
        <figure class="keywords-tried" dir="auto" aria-label={t('keywords_try_marked')}>
          {partsOf(text, matches, on).map(({ at, text: part, severity }) =>
            severity ? (
              <mark key={at} class={severity}>
                {part}
              </mark>
            ) : (
              part
            ),
          )}
        </figure>
      )}
    </section>
  );
}
