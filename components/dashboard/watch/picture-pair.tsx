import { useId, useState } from 'preact/hooks';
import { formatTime } from '../../../utils/i18n/format.ts';
import { useLayer } from '../../hooks/use-layer.ts';
import type { LookRow } from '../../hooks/use-looks.ts';
import { type ShownTile, useTiles } from '../../hooks/use-tiles.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { LaidPictures } from './laid-pictures.tsx';
import { PictureStack } from './picture-stack.tsx';
import { useT } from './words.tsx';

/** Strips fetched at once: a page of 20,000 px has nearly a hundred. */
const step = 16;
const ways = ['beside', 'slider'] as const;
type Way = (typeof ways)[number] | 'overlay';

/** The pictures of two looks: side by side, one over the other with a slider between them, or shining through (under "more"). */
export function PicturePair({ before, after }: { before: LookRow | null; after: LookRow }) {
  const t = useT();
  const panel = useId();
  const [way, setWay] = useState<Way>('beside');
  const [shown, setShown] = useState(step);
  const newer = usePicture(after.id, shown);
  const older = usePicture((before ?? after).id, before ? shown : 0);
  const hasBoth = before !== null && newer.tiles.length > 0 && older.tiles.length > 0;
  const left = Math.max(newer.total, older.total) - shown;
  const stacks = {
    before: (
      <PictureStack tiles={older.tiles} label={t('watch_picture_of', { time: timeOf(before ?? after) })} />
    ),
    after: <PictureStack tiles={newer.tiles} label={t('watch_picture_of', { time: timeOf(after) })} />,
  };

  function timeOf(look: LookRow) {
    return formatTime(t.locale, look.takenAt);
  }

  return (
    <div class="watch-pictures">
      {hasBoth && (
        <Tabs
          label={t('watch_pictures')}
          panelId={panel}
          value={way === 'overlay' ? 'slider' : way}
          tabs={ways.map((value) => ({ value, label: t(`watch_way_${value}`) }))}
          onChange={setWay}
        />
      )}
      <div id={panel}>
        {hasBoth && way !== 'beside' ? (
          <LaidPictures way={way} before={stacks.before} after={stacks.after} />
        ) : (
          <div class="watch-two">
            {before && <Side title={t('watch_before')} picture={older} stack={stacks.before} />}
            <Side title={t('watch_after')} picture={newer} stack={stacks.after} />
          </div>
        )}
      </div>
      {left > 0 && (
        <Button kind="quiet" onClick={() => setShown(shown + step)}>
          {t('watch_more_picture')}
        </Button>
      )}
      {hasBoth && (
        <details class="more">
          <summary>{t('watch_more')}</summary>
          <Button
            pressed={way === 'overlay'}
            onClick={() => setWay(way === 'overlay' ? 'slider' : 'overlay')}
          >
            {t('watch_way_overlay')}
          </Button>
        </details>
      )}
    </div>
  );
}

interface Picture {
  tiles: readonly ShownTile[];
  /** strips of the whole picture */
  total: number;
  layer: ReturnType<typeof useLayer<'picture'>>;
  failed: ReturnType<typeof useTiles>['failed'];
}

function usePicture(snapshotId: string, shown: number): Picture {
  const layer = useLayer(snapshotId, 'picture');
  const all = layer.value?.layer === 'picture' ? layer.value.tiles : [];
  const { tiles, failed } = useTiles(all.slice(0, shown));
  return { tiles, total: shown === 0 ? 0 : all.length, layer, failed };
}

function Side({ title, picture, stack }: { title: string; picture: Picture; stack: preact.ComponentChild }) {
  const t = useT();
  const { layer, failed } = picture;
  return (
    <section>
      <h3>{title}</h3>
      {layer.code && <ErrorNote code={layer.code} again={layer.again} />}
      {failed && <ErrorNote code={failed} />}
      {layer.state === 'loading' && <Skeleton lines={4} label={t('loading')} />}
      {layer.value?.layer === 'missing' && (
        <p class="soft">{t('watch_no_picture', { reason: t(`watch_missing_${layer.value.reason}`) })}</p>
      )}
      {layer.value?.layer === 'picture' && (
        <>
          {stack}
          {layer.value.visibleOnly && <p class="soft">{t('watch_visible_only')}</p>}
          {layer.value.cut && <p class="soft">{t('watch_cut')}</p>}
        </>
      )}
    </section>
  );
}
