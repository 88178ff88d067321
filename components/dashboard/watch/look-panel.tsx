import { useEffect, useRef, useState } from 'preact/hooks';
import type { WatchedPage } from '../../../utils/domain/competitor.ts';
import type { ErrorCode } from '../../../utils/domain/result.ts';
import { changeSentence } from '../../../utils/i18n/change-sentence.ts';
import { formatTime } from '../../../utils/i18n/format.ts';
import { useAction } from '../../hooks/use-action.ts';
import { useChanges } from '../../hooks/use-changes.ts';
import { useLayer } from '../../hooks/use-layer.ts';
import { useLookPair } from '../../hooks/use-look-pair.ts';
import type { LookRow } from '../../hooks/use-looks.ts';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { ExportLook } from './export-panel.tsx';
import { LayoutDrawing, layoutTexts } from './layout-drawing.tsx';
import { NoteForm } from './note-form.tsx';
import { PicturePair } from './picture-pair.tsx';
import { ShareButton } from './share-button.tsx';
import { lookText } from './share-text.ts';
import { useT } from './words.tsx';

/** One look at a page beside the one it was compared with: what changed then, how it looked, what one takes from it. */
export function LookPanel({
  page,
  name,
  snapshotId,
  at,
  beforeId,
}: {
  page: WatchedPage;
  /** of the competitor */
  name: string;
  snapshotId: string;
  at: string;
  beforeId?: string | undefined;
}) {
  const t = useT();
  const pair = useLookPair(page.id, snapshotId, at, beforeId);
  const heading = useRef<HTMLHeadingElement>(null);
  // opened from a point or a row further down: the focus goes where it is shown
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="panel" aria-labelledby="watch-look">
      <h2 id="watch-look" ref={heading} tabIndex={-1}>
        {t('watch_look_of', { time: formatTime(t.locale, at) })}
      </h2>
      {pair.state === 'loading' && <Skeleton lines={6} label={t('loading')} />}
      {pair.state === 'failed' && <ErrorNote code={pair.code as ErrorCode} />}
      {pair.state === 'gone' && <Note>{t('watch_look_gone')}</Note>}
      {pair.state === 'ready' && <Opened page={page} name={name} look={pair.look} before={pair.before} />}
    </section>
  );
}

function Opened({
  page,
  name,
  look,
  before,
}: {
  page: WatchedPage;
  name: string;
  look: LookRow;
  before: LookRow | null;
}) {
  const t = useT();
  const { changes, failed } = useChanges({ snapshotId: look.id }, 200);
  const note = useAction('snapshot.note');
  const { status } = look;
  return (
    <>
      <p class="soft">
        {before
          ? t('watch_compared_with', { time: formatTime(t.locale, before.takenAt) })
          : t('watch_first_look')}
      </p>
      {status.state === 'unreadable' && (
        <Note kind="warn">{t('watch_unreadable', { reason: t(`watch_reason_${status.reason}`) })}</Note>
      )}
      {failed && <ErrorNote code={failed} />}
      {changes && changes.length > 0 && (
        <ul class="bullets">
          {changes.map((change) => (
            <li key={change.id}>{changeSentence(change, t)}</li>
          ))}
        </ul>
      )}
      <PicturePair before={before} after={look} />
      <NoteForm
        note={look.note}
        saving={note}
        about={{
          title: `${name}: ${page.title || page.url}`,
          competitorId: page.competitorId,
          url: page.url,
        }}
        onSave={(next) => void note.run({ snapshotId: look.id, note: next })}
      />
      <ShareButton
        what={t('watch_look_of', { time: formatTime(t.locale, look.takenAt) })}
        text={() => lookText(look, changes ?? [], { name, address: page.url }, t)}
      />
      <ExportLook key={look.id} page={page} look={look} />
      <Layouts before={before} after={look} />
    </>
  );
}

/** Both layouts, asked for only once somebody wants to see them. */
function Layouts({ before, after }: { before: LookRow | null; after: LookRow }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <details class="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('watch_layout')}</summary>
      {open && (
        <>
          <p class="soft">{t('watch_layout_words')}</p>
          <div class="watch-two">
            {before && <OneLayout look={before} other={after} title={t('watch_before')} />}
            <OneLayout look={after} other={before} title={t('watch_after')} />
          </div>
        </>
      )}
    </details>
  );
}

function OneLayout({ look, other, title }: { look: LookRow; other: LookRow | null; title: string }) {
  const t = useT();
  const own = useLayer(look.id, 'layout');
  // without another look the layer is compared with itself: nothing is marked
  const compared = useLayer((other ?? look).id, 'layout');
  const texts = compared.value?.layer === 'layout' ? layoutTexts(compared.value.layout.nodes) : undefined;
  return (
    <section>
      <h3>{title}</h3>
      {own.code && <ErrorNote code={own.code} again={own.again} />}
      {own.state === 'loading' && <Skeleton lines={4} label={t('loading')} />}
      {own.value?.layer === 'missing' && (
        <p class="soft">{t('watch_layer_missing', { reason: t(`watch_missing_${own.value.reason}`) })}</p>
      )}
      {own.value?.layer === 'layout' && (
        <LayoutDrawing nodes={own.value.layout.nodes} cut={own.value.layout.cut} other={texts} />
      )}
    </section>
  );
}
