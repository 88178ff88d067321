import { useEffect, useRef, useState } from 'preact/hooks';
import type { WatchedPage } from '../../../utils/domain/competitor.ts';
import { fileNamePart, timeNamePart } from '../../../utils/files/file-name.ts';
import { fetchLayer, fetchLooks, fetchTile } from '../../hooks/look-contents.ts';
import type { LookRow } from '../../hooks/use-looks.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { useSurroundings } from '../surroundings.ts';
import type { PictureFormat } from './export-picture.ts';
import { useT } from './words.tsx';

/** Looks of one file: a season of daily ones; more are no file that anybody opens. */
const mostLooks = 100;

/** One export at a time: what is being made, how far it is, and a way to stop it. */
function useExport() {
  const [state, setState] = useState<{ running: string | null; done: number; failed: boolean }>({
    running: null,
    done: 0,
    failed: false,
  });
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const run = async (name: string, work: (signal: AbortSignal) => Promise<void>) => {
    if (stop.current) return;
    const controller = new AbortController();
    stop.current = controller;
    setState({ running: name, done: 0, failed: false });
    let failed = false;
    try {
      await work(controller.signal);
    } catch (error) {
      // stopped by the person is no failure
      failed = !controller.signal.aborted;
      if (failed) console.error('Deckhand: saving looks', error);
    }
    stop.current = null;
    setState({ running: null, done: 0, failed });
  };
  return {
    ...state,
    run,
    progress: (done: number) => setState((before) => ({ ...before, done })),
    cancel: () => stop.current?.abort(),
  };
}

/** The start of the name of every file of a page. */
const nameOf = ({ title, url }: WatchedPage) =>
  `deckhand-${fileNamePart(title || (URL.canParse(url) ? new URL(url).hostname : ''), 'page')}`;

/** By the names that people know them by. */
const formats: readonly [PictureFormat, string][] = [
  ['png', 'PNG'],
  ['webp', 'WebP'],
];

/** What can be made of one look: its picture, or all of it as a page that opens anywhere. */
export function ExportLook({ page, look }: { page: WatchedPage; look: LookRow }) {
  const t = useT();
  const notify = useNotify();
  const { saveFile } = useSurroundings();
  const { running, failed, run, progress } = useExport();
  const name = `${nameOf(page)}-${timeNamePart(look.takenAt)}`;
  const savePicture = (format: PictureFormat, called: string) =>
    run(format, async (signal) => {
      const { pictureFile } = await import('./export-picture.ts');
      const layer = await fetchLayer(look.id, 'picture');
      if (layer.layer !== 'picture') throw new Error('no picture');
      const made = await pictureFile(
        { strips: layer.tiles, name, time: look.takenAt },
        format,
        fetchTile,
        signal,
      );
      saveFile(made.name, made.blob);
      const many = { name: made.name, count: made.pictures, format: called };
      notify({ text: made.pictures > 1 ? t('watch_out_split', many) : t('watch_saved_as', many) });
    });
  const saveAll = () =>
    run('zip', async (signal) => {
      const { looksZip } = await import('./export-looks.ts');
      saveFile(`${name}.zip`, await looksZip(page, [look], t, progress, signal));
      notify({ text: t('watch_saved_as', { name: `${name}.zip` }) });
    });
  return (
    <details class="more">
      <summary>{t('watch_out')}</summary>
      <p class="soft">{t('watch_out_words')}</p>
      <div class="form-end">
        {look.layers.picture.state === 'kept' &&
          formats.map(([format, called]) => (
            <Button
              key={format}
              pending={running === format}
              onClick={() => void savePicture(format, called)}
            >
              {t('watch_out_picture', { format: called })}
            </Button>
          ))}
        <Button pending={running === 'zip'} onClick={() => void saveAll()}>
          {t('watch_out_zip')}
        </Button>
      </div>
      {failed && <Note kind="bad">{t('watch_out_failed')}</Note>}
    </details>
  );
}

/** Every look at a page in one file. */
export function ExportLooks({ page }: { page: WatchedPage }) {
  const t = useT();
  const notify = useNotify();
  const { saveFile } = useSurroundings();
  const { running, done, failed, run, progress, cancel } = useExport();
  const [total, setTotal] = useState(0);
  const save = () =>
    run('zip', async (signal) => {
      const [{ looksZip }, { rows, more }] = [
        await import('./export-looks.ts'),
        await fetchLooks(page.id, mostLooks),
      ];
      setTotal(rows.length);
      const name = `${nameOf(page)}.zip`;
      saveFile(name, await looksZip(page, rows, t, progress, signal));
      notify({
        text: more ? t('watch_out_most', { name, count: rows.length }) : t('watch_saved_as', { name }),
      });
    });
  return (
    <div class="form-end">
      <Button pending={running !== null} onClick={() => void save()}>
        {t('watch_out_all')}
      </Button>
      {running && (
        <>
          <output class="soft">{total > 0 && t('watch_out_progress', { done, total })}</output>
          <Button kind="quiet" onClick={cancel}>
            {t('cancel')}
          </Button>
        </>
      )}
      {failed && <Note kind="bad">{t('watch_out_failed')}</Note>}
    </div>
  );
}
