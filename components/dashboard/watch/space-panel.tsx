import { useState } from 'preact/hooks';
import { useThin } from '../../hooks/use-thin.ts';
import { useWatchStorage } from '../../hooks/use-watch.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { formatBytes } from '../storage/format-bytes.ts';
import { useT } from './words.tsx';

/** How much room the snapshots take; asked for when somebody wants to know, and given back by one press. */
export function SpacePanel() {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <details class="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('watch_space')}</summary>
      {open && <Space />}
    </details>
  );
}

const layers = ['reading', 'text', 'picture', 'layout'] as const;

function Space() {
  const t = useT();
  const notify = useNotify();
  const storage = useWatchStorage();
  const thin = useThin();
  const size = (bytes: number) => formatBytes(t.locale, bytes);
  const run = async () => {
    const freed = await thin.run();
    if (freed !== null) notify({ text: t('watch_thinned', { size: size(freed) }) });
  };
  const { value } = storage;
  return (
    <div class="watch-space">
      {storage.code && <ErrorNote code={storage.code} again={storage.again} />}
      {storage.state === 'loading' && <Skeleton lines={3} label={t('loading')} />}
      {value && (
        <>
          <p>
            {t('watch_space_words', {
              count: value.snapshots,
              size: size(layers.reduce((sum, layer) => sum + value.bytes[layer], 0)),
            })}
          </p>
          <dl class="facts">
            {layers.map((layer) => (
              <div key={layer}>
                <dt>{t(`watch_layer_${layer}`)}</dt>
                <dd>{size(value.bytes[layer])}</dd>
              </div>
            ))}
          </dl>
          <p class="soft">{t('watch_plan')}</p>
          {value.thinnable.snapshots > 0 && (
            <Button pending={thin.pending} onClick={() => void run()}>
              {t('watch_thin', { count: value.thinnable.snapshots, size: size(value.thinnable.bytes) })}
            </Button>
          )}
          {thin.failed && <ErrorNote code={thin.failed} />}
        </>
      )}
    </div>
  );
}
