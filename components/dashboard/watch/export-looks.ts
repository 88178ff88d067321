import type { MissingReason } from '../../../utils/domain/change-kind.ts';
import type { WatchedPage } from '../../../utils/domain/competitor.ts';
import { timeNamePart } from '../../../utils/files/file-name.ts';
import { type LookFile, type LookWords, lookHtml } from '../../../utils/files/look-html.ts';
import { htmlText } from '../../../utils/files/plain-html.ts';
import { type ZipPart, zipFile } from '../../../utils/files/zip-file.ts';
import { formatTime } from '../../../utils/i18n/format.ts';
import type { Translate } from '../../../utils/i18n/translate.ts';
import { fetchLayer, fetchTile } from '../../hooks/look-contents.ts';
import type { LookRow } from '../../hooks/use-looks.ts';
import type { WatchKey } from './words.tsx';

type T = Translate<WatchKey>;

function wordsOf(look: LookRow, t: T): LookWords {
  return {
    address: t('watch_out_address'),
    time: t('watch_when'),
    picture: t('watch_layer_picture'),
    pictureName: t('watch_picture_of', { time: formatTime(t.locale, look.takenAt) }),
    reading: t('watch_layer_reading'),
    text: t('watch_layer_text'),
    layout: t('watch_layer_layout'),
    layoutNote: t('watch_layout_words'),
    field: t('watch_out_field'),
    value: t('watch_value'),
    source: t('watch_out_source'),
    raw: t('watch_out_raw'),
    json: t('watch_out_json'),
  };
}

/** The contents of a look; a layer that is not there says why in words. Strips of the picture are fetched when they are written. */
async function lookFile(page: WatchedPage, look: LookRow, t: T): Promise<LookFile> {
  const why = (reason: MissingReason) => t('watch_layer_missing', { reason: t(`watch_missing_${reason}`) });
  const [reading, text, layout, picture] = [
    await fetchLayer(look.id, 'reading'),
    await fetchLayer(look.id, 'text'),
    await fetchLayer(look.id, 'layout'),
    await fetchLayer(look.id, 'picture'),
  ];
  const file = {
    locale: t.locale,
    title: page.title || page.url,
    address: look.address,
    time: formatTime(t.locale, look.takenAt),
    reading: '',
    text: '',
    layout: '',
    picture: '',
  } as LookFile;
  if (reading.layer === 'reading') file.reading = reading.reading;
  else if (reading.layer === 'missing') file.reading = why(reading.reason);
  if (text.layer === 'text') file.text = text.text;
  else if (text.layer === 'missing') file.text = why(text.reason);
  if (layout.layer === 'layout') file.layout = layout.layout;
  else if (layout.layer === 'missing') file.layout = why(layout.reason);
  if (picture.layer === 'missing') file.picture = why(picture.reason);
  if (picture.layer === 'picture') {
    const { tiles, cut, visibleOnly } = picture;
    file.picture = {
      tiles: (async function* () {
        for (const { hash, width, height } of tiles) yield { ...(await fetchTile(hash)), width, height };
      })(),
      notes: [...(visibleOnly ? [t('watch_visible_only')] : []), ...(cut ? [t('watch_cut')] : [])],
    };
  }
  return file;
}

/** What was read and the texts of a look, for programs. */
function lookJson(
  { takenAt, seenAgainAt, cause, status, note }: LookRow,
  { address, title, reading, text }: LookFile,
) {
  const plain = (layer: object | string) => (typeof layer === 'string' ? null : layer);
  const about = {
    format: 'deckhand-look',
    version: 1,
    title,
    address,
    takenAt,
    seenAgainAt,
    cause,
    status,
    note,
  };
  return JSON.stringify({ ...about, reading: plain(reading), text: plain(text) }, null, 2);
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** The list of the looks in a ZIP file, each a link into its folder. */
function indexHtml(page: WatchedPage, names: readonly { name: string; time: string }[], t: T): string {
  const items = names.map(({ name, time }) => `<li><a href="${htmlText(name)}">${htmlText(time)}</a></li>`);
  return `<!doctype html><html lang="${htmlText(t.locale)}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"><title>${htmlText(page.title || page.url)}</title></head><body style="font:15px/1.5 system-ui,sans-serif;margin:2rem"><h1 dir="auto">${htmlText(page.title || page.url)}</h1><p><code dir="ltr">${htmlText(page.url)}</code></p><ol>${items.join('')}</ol></body></html>\n`;
}

/**
 * Looks at a page as a ZIP file: of each a page of its own that opens without a network, and its facts and texts as JSON. Throws where a
 * look's content cannot be fetched.
 * @param progress looks that are done
 */
export function looksZip(
  page: WatchedPage,
  looks: readonly LookRow[],
  t: T,
  progress: (done: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  async function* parts(): AsyncGenerator<ZipPart> {
    const names: { name: string; time: string }[] = [];
    for (const [index, look] of looks.entries()) {
      const file = await lookFile(page, look, t);
      // two looks within one second are two files
      const name = `${timeNamePart(look.takenAt)}-${index + 1}`;
      const time = look.takenAt;
      yield { name: `${name}.html`, time, body: lookHtml(file, wordsOf(look, t)) };
      yield { name: `${name}.json`, time, body: once(lookJson(look, file)) };
      names.push({ name: `${name}.html`, time: file.time });
      progress(index + 1);
    }
    if (names.length > 1)
      yield { name: 'index.html', time: looks[0]?.takenAt ?? '', body: once(indexHtml(page, names, t)) };
  }
  return zipFile(parts(), signal);
}
