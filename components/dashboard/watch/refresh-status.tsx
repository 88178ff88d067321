import type { WatchedPage } from '../../../utils/domain/competitor.ts';
import { refreshOrigin } from '../../../utils/domain/refresh.ts';
import { formatAgo, formatTime } from '../../../utils/i18n/format.ts';
import type { RefreshState } from '../../../utils/messaging/protocol/refresh.ts';
import { useAction } from '../../hooks/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useT } from './words.tsx';

/** When a page was refreshed last and when it is next, what stood in the way, and how to go on. */
export function RefreshStatus({ page, state }: { page: WatchedPage; state: RefreshState }) {
  const t = useT();
  const { nextAt, doneAt, source, running, trouble } = state;
  const now = Date.now();
  return (
    <>
      {trouble && <TroubleNote page={page} state={state} trouble={trouble} />}
      <p class="soft">
        {doneAt ? t('refresh_last', { ago: formatAgo(t.locale, doneAt, now) }) : t('refresh_none_yet')}
        {doneAt && source && ` ${t(`refresh_source_${source}`)}`}
      </p>
      {running ? (
        <p class="soft">{t('refresh_running')}</p>
      ) : (
        nextAt && (
          <p class="soft">
            {Date.parse(nextAt) <= now
              ? t('refresh_next_soon')
              : t('refresh_next', { time: formatTime(t.locale, nextAt) })}
          </p>
        )
      )}
    </>
  );
}

/** Of a competitor's pages those whose refresh has stopped: it stands where the looks are missed. */
export function StoppedRefreshes({
  pages,
  states,
}: {
  pages: readonly WatchedPage[];
  states: readonly RefreshState[];
}) {
  const stopped = pages.flatMap((page) => {
    const state = states.find(({ watchedPageId }) => watchedPageId === page.id);
    return state?.trouble && !state.nextAt ? [{ page, state, trouble: state.trouble }] : [];
  });
  return (
    <>
      {stopped.map((one) => (
        <TroubleNote key={one.page.id} {...one} named={pages.length > 1} />
      ))}
    </>
  );
}

function TroubleNote({
  page,
  state,
  trouble,
  named = false,
}: {
  page: WatchedPage;
  state: RefreshState;
  trouble: NonNullable<RefreshState['trouble']>;
  /** beside others: says of which page it is */
  named?: boolean;
}) {
  const t = useT();
  const { requestHosts } = useSurroundings();
  const goOn = useAction('refresh.go-on');
  const stopped = state.nextAt === undefined;
  const again = async () => {
    // in the click itself: the browser may have been told to take the access back
    const may =
      trouble.reason !== 'no-permission' ||
      (await requestHosts([refreshOrigin(page.url)]).catch(() => false));
    if (may) await goOn.run({ watchedPageId: page.id });
  };
  return (
    <>
      <Note
        kind="warn"
        action={
          stopped && (
            <Button pending={goOn.pending} onClick={() => void again()}>
              {t('refresh_go_on')}
            </Button>
          )
        }
      >
        {named && (
          <p>
            <bdi>{page.title || page.url}</bdi>
          </p>
        )}
        <p>{t(`refresh_trouble_${trouble.reason}`)}</p>
        <p class="soft">
          {t(stopped ? 'refresh_stopped' : 'refresh_tries_again', { time: formatTime(t.locale, trouble.at) })}
          {trouble.notBefore &&
            ` ${t('refresh_not_before', { time: formatTime(t.locale, trouble.notBefore) })}`}
        </p>
      </Note>
      {goOn.failed && <ErrorNote code={goOn.failed} />}
    </>
  );
}
