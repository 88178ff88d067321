import { useRef, useState } from 'preact/hooks';
import type { WatchlistRow } from '../../utils/domain/competitor.ts';
import { newId } from '../../utils/domain/new-id.ts';
import { softCap } from '../../utils/domain/vocabulary.ts';
import type { WatchDigest } from '../../utils/messaging/protocol/watch.ts';
import { useAction } from '../hooks/use-action.ts';
import { Button } from '../ui/button.tsx';
import { CappedList } from '../ui/capped-list.tsx';
import { EmptyState, ErrorNote, Note } from '../ui/note.tsx';
import { useNotify } from '../ui/toast.tsx';
import { useDigest } from './digest.tsx';
import { useSurroundings } from './surroundings.ts';
import { useCountWords } from './watch-news.tsx';
import { WatchRow } from './watch-row.tsx';
import { useT } from './words.ts';

/** Competitors shown before a press: more than anybody looks at each morning, and the popup stays a page that is seen at once. */
const fewest = 10;

/** The competitors of the morning round: open, reorder by drag or by key, change, remove. `digest`: what is new, once it has come. */
export function Watchlist({
  rows,
  digest,
}: {
  rows: readonly WatchlistRow[];
  digest: WatchDigest | undefined;
}) {
  const t = useT();
  const notify = useNotify();
  const { openDashboard } = useSurroundings();
  const headlines = useDigest(
    digest?.rows.some(({ pages }) => pages.some(({ lastReadAt }) => lastReadAt)) ?? false,
  );
  const countWords = useCountWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const move = useAction('watchlist.move');
  const remove = useAction('watchlist.remove');
  const [dragged, setDragged] = useState<string | null>(null);
  const news = digest && countWords(digest.unread);
  const ids = rows.map((row) => row.competitor.id);
  const counted = rows.filter(({ competitor: { tier } }) => tier === 'better' || tier === 'equal').length;

  const moveTo = (competitorId: string, before: string | null) => {
    if (competitorId !== before && !move.pending) void move.run({ competitorId, before });
  };
  const step = (index: number, by: -1 | 1) => {
    const id = ids[index];
    // one down means: before the row after the next
    if (id) moveTo(id, (by < 0 ? ids[index - 1] : ids[index + 2]) ?? null);
  };
  const takeOut = async ({ competitor }: WatchlistRow) => {
    const operationId = newId();
    const result = await remove.run({ competitorId: competitor.id }, operationId);
    if (!result.ok) return;
    notify({ text: t('removed_named', { name: competitor.name }), undo: operationId });
    heading.current?.focus();
  };

  return (
    <section class="column watchlist" aria-labelledby="watchlist">
      <div class="section-head">
        <h2 id="watchlist" ref={heading} tabIndex={-1}>
          {t('watchlist')}
        </h2>
        {rows.length > 0 && (
          <Button
            kind="quiet"
            label={news ? `${news}, ${t('watched_news')}` : undefined}
            onClick={() => openDashboard(news ? '#/watch?show=unread' : '#/watch')}
          >
            {news ?? t('watched_news')}
          </Button>
        )}
      </div>
      {headlines.question}
      {headlines.part && rows.length > 0 && (
        <headlines.part.Switch
          say={headlines.part.say}
          since={headlines.since}
          onSince={headlines.setSince}
        />
      )}
      {rows.length === 0 && <EmptyState title={t('watch_empty')}>{t('watch_empty_next')}</EmptyState>}
      {rows.length > 0 && (
        <CappedList
          ordered
          first={fewest}
          items={rows}
          moreLabel={(count) => t('show_more', { count })}
          row={(row, index) => (
            <WatchRow
              key={row.competitor.id}
              row={row}
              news={digest?.rows.find(({ competitorId }) => competitorId === row.competitor.id)}
              staleDays={digest?.staleDays ?? 0}
              headlines={headlines}
              first={index === 0}
              last={index === rows.length - 1}
              busy={move.pending || remove.pending}
              onStep={(by) => step(index, by)}
              onRemove={() => void takeOut(row)}
              dragged={dragged === row.competitor.id}
              onDragStart={() => setDragged(row.competitor.id)}
              onDragEnd={() => setDragged(null)}
              onDrop={() => {
                if (!dragged) return;
                // dropped on a row below its own, it lands after that row, as it looks
                const below = ids.indexOf(dragged) < index;
                moveTo(dragged, (below ? ids[index + 1] : row.competitor.id) ?? null);
                setDragged(null);
              }}
            />
          )}
        />
      )}
      {(move.failed ?? remove.failed) && <ErrorNote code={move.failed ?? remove.failed ?? 'internal'} />}
      {counted > softCap && <Note>{t('soft_cap', { count: counted })}</Note>}
    </section>
  );
}
