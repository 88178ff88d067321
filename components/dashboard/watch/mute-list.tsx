import type { Mute } from '../../../utils/domain/change.ts';
import type { WatchlistRow } from '../../../utils/domain/competitor.ts';
import { shortened } from '../../../utils/i18n/change-sentence.ts';
import { useAction } from '../../hooks/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { useT } from './words.tsx';

interface Shown {
  mute: Mute;
  /** null: of all pages */
  page: WatchlistRow['pages'][number] | null;
}

/** What is not announced of a competitor, by whom it was muted, each lifted by one press. */
export function MuteList({ row: { competitor, pages } }: { row: WatchlistRow }) {
  const t = useT();
  const notify = useNotify();
  const lift = useAction('change.mute');
  const mutes: Shown[] = [
    ...(competitor.mutes ?? []).map((mute) => ({ mute, page: null })),
    ...pages.flatMap((page) => (page.mutes ?? []).map((mute) => ({ mute, page }))),
  ];
  if (mutes.length === 0) return null;
  const run = async ({ mute: { kind, key }, page }: Shown) => {
    const of = page ? { watchedPageId: page.id } : { competitorId: competitor.id };
    const result = await lift.run({ of, kind, ...(key === undefined ? {} : { key }), on: false });
    if (result.ok) notify({ text: t('watch_unmuted_now', { kind: t(`watch_kind_${kind}`) }) });
  };
  return (
    <section class="panel" aria-labelledby="watch-muted">
      <h2 id="watch-muted">{t('watch_muted_title')}</h2>
      <p class="soft">{t('watch_muted_words')}</p>
      <ul class="rows">
        {mutes.map((shown) => {
          const { mute, page } = shown;
          const kind = t(`watch_kind_${mute.kind}`);
          return (
            <li key={`${page?.id} ${mute.kind} ${mute.key}`}>
              <span class="row-words">
                {kind}
                {mute.key !== undefined && (
                  <>
                    {' · '}
                    <bdi>{shortened(mute.key)}</bdi>
                  </>
                )}
                {page && pages.length > 1 && (
                  <span class="soft">
                    {' · '}
                    <bdi>{page.title || page.url}</bdi>
                  </span>
                )}
                <span class="soft">
                  {' '}
                  · {t(mute.by === 'noisy' ? 'watch_muted_noisy' : 'watch_muted_person')}
                </span>
              </span>
              <Button
                kind="quiet"
                pending={lift.pending}
                label={t('watch_unmute_named', { kind })}
                onClick={() => void run(shown)}
              >
                {t('watch_unmute')}
              </Button>
            </li>
          );
        })}
      </ul>
      {lift.failed && <ErrorNote code={lift.failed} />}
    </section>
  );
}
