import { useRef } from 'preact/hooks';
import { useTaggedItems } from '../../hooks/use-tagged-items.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorNote } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { TagDot } from '../../ui/tag-dot.tsx';
import { everything, tagsHash } from './page-state.ts';
import type { TagChoice } from './tag-list.tsx';
import { TaggedItem } from './tagged-item.tsx';
import { useT } from './words.tsx';

/** What carries a tag, or any, the last tagged first. */
export function TaggedItems({ of, choices }: { of: string; choices: readonly TagChoice[] }) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  const tag = choices.find((choice) => choice.tag.id === of)?.tag;
  const { rows, more, pending, failed, showMore, again } = useTaggedItems(of === everything ? undefined : of);
  const byId = new Map(choices.map((choice) => [choice.tag.id, choice.tag]));
  return (
    <>
      <p>
        <a href={tagsHash({ tag: '' })}>{t('tags_to_list')}</a>
      </p>
      <section class="panel" aria-labelledby="tagged-items">
        <h2 id="tagged-items" ref={heading} tabIndex={-1} class="tag-line-name">
          {tag ? (
            <>
              <TagDot colour={tag.colour} />
              <bdi>{tag.name}</bdi>
            </>
          ) : (
            t(of === everything ? 'tags_everything' : 'tags_gone')
          )}
        </h2>
        {failed && <ErrorNote code={failed} again={again} />}
        {!rows && !failed && <Skeleton lines={6} label={t('loading')} />}
        {rows?.length === 0 && <EmptyState title={t('tags_no_items')}>{t('tags_no_items_next')}</EmptyState>}
        {rows && rows.length > 0 && (
          <ul class="rows">
            {rows.map((row) => (
              <TaggedItem
                key={row.item.id}
                row={row}
                tags={byId}
                onChanged={() => heading.current?.focus()}
              />
            ))}
          </ul>
        )}
        {rows && more && (
          <div>
            <Button pending={pending} onClick={showMore}>
              {t('tags_more')}
            </Button>
          </div>
        )}
      </section>
    </>
  );
}
