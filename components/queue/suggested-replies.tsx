import { useEffect, useMemo, useState } from 'preact/hooks';
import type { CaseRow } from '../../utils/domain/case-row.ts';
import { useQuery } from '../hooks/use-query.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { Skeleton } from '../ui/spinner.tsx';
import { CopyButton } from './copy-button.tsx';
import { suggestReplies } from './suggest-replies.ts';
import { useT } from './words.tsx';

type Filler = typeof import('./fill-suggestion.ts').fillSuggestion;

/** The template language is larger than the queue: it is loaded when somebody is about to answer. */
function useFiller(): Filler | null {
  const [filler, setFiller] = useState<{ fill: Filler } | null>(null);
  useEffect(() => {
    let wanted = true;
    void import('./fill-suggestion.ts').then(({ fillSuggestion }) => {
      if (wanted) setFiller({ fill: fillSuggestion });
    });
    return () => {
      wanted = false;
    };
  }, []);
  return filler?.fill ?? null;
}

/** What could be answered. It is copied here; beside the page the saved replies put it into the site's editor. */
export function SuggestedReplies({
  row,
  tagName,
  onReplies,
}: {
  row: Pick<CaseRow, 'platform' | 'author' | 'quote' | 'url'>;
  tagName: string | undefined;
  onReplies?: (() => void) | undefined;
}) {
  const t = useT();
  const list = useQuery('template.list', {}, ['templates', 'brands', 'settings']);
  const fill = useFiller();
  const suggested = useMemo(
    () => list.value && suggestReplies(list.value, row, tagName, t.language),
    [list.value, row, tagName, t.language],
  );
  const brand =
    list.value?.brands.find(({ id }) => id === list.value?.currentBrandId) ?? list.value?.brands[0];
  return (
    <section class="queue-suggested" aria-label={t('queue_suggested')}>
      <p class="queue-strong">{t('queue_suggested')}</p>
      {list.code && <ErrorNote code={list.code} again={list.again} />}
      {(list.state === 'loading' || !fill) && !list.code && <Skeleton lines={3} label={t('loading')} />}
      {suggested?.length === 0 && <p class="queue-soft">{t('queue_suggested_none')}</p>}
      {fill &&
        suggested?.map((each) => {
          const text = fill(each, row, brand, (platform) => t(`platform_${platform}`), new Date());
          return (
            <div key={each.template.id} class="queue-text">
              <p class="queue-strong">
                <bdi>{each.template.title}</bdi>
              </p>
              {text === null ? (
                <p class="queue-soft">{t('queue_suggested_gaps')}</p>
              ) : (
                <>
                  <p class="queue-whole" dir="auto" lang={each.language}>
                    {text}
                  </p>
                  <CopyButton text={() => text} name={each.template.title} />
                </>
              )}
            </div>
          );
        })}
      {onReplies && (
        <div>
          <Button kind="quiet" icon="edit" onClick={onReplies}>
            {t('queue_to_replies')}
          </Button>
        </div>
      )}
    </section>
  );
}
