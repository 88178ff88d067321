import { useId, useState } from 'preact/hooks';
import type { WatchedPage, WatchlistRow } from '../../utils/domain/competitor.ts';
import { formatAgo } from '../../utils/i18n/format.ts';
import { useAction } from '../hooks/use-action.ts';
import { IconButton } from '../ui/button.tsx';
import { lazy } from '../ui/lazy.tsx';
import { ErrorNote } from '../ui/note.tsx';
import type { useDigest } from './digest.tsx';
import { useSurroundings } from './surroundings.ts';
import { type DigestRow, WatchNews } from './watch-news.tsx';
import { useT } from './words.ts';

const WatchRowEditor = lazy(async () => (await import('./watch-row-editor.tsx')).WatchRowEditor, 4);

export interface WatchRowProps {
  row: WatchlistRow;
  /** what is new there; absent until the digest has come */
  news?: DigestRow | undefined;
  staleDays: number;
  headlines: ReturnType<typeof useDigest>;
  first: boolean;
  last: boolean;
  busy: boolean;
  onStep: (by: -1 | 1) => void;
  onRemove: () => void;
  dragged: boolean;
  onDragStart: () => void;
  onDragEnd: () => void;
  onDrop: () => void;
}

/** One competitor: each of its pages one click away, when it was last looked at, and behind one button what can be changed. */
export function WatchRow({
  row,
  news,
  staleDays,
  headlines,
  dragged,
  onDragStart,
  onDragEnd,
  onDrop,
  ...editor
}: WatchRowProps) {
  const t = useT();
  const { openDashboard } = useSurroundings();
  const editorId = useId();
  const [open, setOpen] = useState(false);
  const [over, setOver] = useState(false);
  const { competitor, pages } = row;
  const [only] = pages;
  const said = headlines.rows.find(({ competitorId }) => competitorId === competitor.id);
  const openHistory = () => openDashboard(`#/watch/${competitor.id}`);
  const single = pages.length === 1 && only !== undefined;
  return (
    <li
      class={`watch-row${dragged ? ' dragged' : ''}${over ? ' over' : ''}`}
      draggable={!open}
      onDragStart={(event) => {
        // Firefox starts no drag without data; the id stays in the popup's memory
        event.dataTransfer?.setData('text/plain', '');
        onDragStart();
      }}
      onDragEnd={() => {
        setOver(false);
        onDragEnd();
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop();
      }}
    >
      <div class="row-head">
        <div class="row-words">
          {single ? (
            <PageLink page={only} words={competitor.name} strong />
          ) : (
            <span class="clamp strong" dir="auto">
              {competitor.name}
            </span>
          )}
          <span class={`tier ${competitor.tier}`}>{t(`tier_${competitor.tier}`)}</span>
          {single && <Looked page={only} />}
        </div>
        <IconButton
          icon="more"
          label={t('change_named', { name: competitor.name })}
          expanded={open}
          controls={editorId}
          onClick={() => setOpen(!open)}
        />
      </div>
      {!single && (
        <ul class="pages">
          {pages.map((page) => (
            <li key={page.id}>
              <PageLink page={page} words={page.title || page.url} />
              <Looked page={page} />
            </li>
          ))}
        </ul>
      )}
      {news && (
        <WatchNews
          name={competitor.name}
          row={news}
          staleDays={staleDays}
          watched={pages}
          onOpen={openHistory}
        />
      )}
      {said && headlines.part && (
        <headlines.part.Headlines
          say={headlines.part.say}
          since={headlines.since}
          name={competitor.name}
          row={said}
          onOpen={openHistory}
        />
      )}
      {open && (
        <div id={editorId}>
          <WatchRowEditor competitor={competitor} {...editor} />
        </div>
      )}
    </li>
  );
}

function PageLink({ page, words, strong }: { page: WatchedPage; words: string; strong?: boolean }) {
  const t = useT();
  const { openTab } = useSurroundings();
  const looked = useAction('watchlist.looked');
  return (
    <>
      <button
        type="button"
        class={`link clamp${strong ? ' strong' : ''}`}
        aria-label={t('open_named', { name: words })}
        title={page.url}
        onClick={async () => {
          // opening a tab closes the popup: the look is written first, and the page opens even if that fails
          await looked.run({ watchedPageId: page.id });
          openTab(page.url);
        }}
      >
        <bdi>{words}</bdi>
      </button>
      {looked.failed && <ErrorNote code={looked.failed} />}
    </>
  );
}

function Looked({ page }: { page: WatchedPage }) {
  const t = useT();
  const { lastLookedAt } = page;
  return (
    <span class="soft looked">
      {lastLookedAt
        ? t('looked_ago', { ago: formatAgo(t.locale, lastLookedAt, Date.now()) })
        : t('never_looked')}
    </span>
  );
}
