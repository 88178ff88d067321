// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  fileGroups,
  pictureFile,
  pictureFormats,
} from '../../../components/dashboard/watch/export-picture.ts';
import {
  colleagueText,
  markdownText,
  reportMarkdown,
} from '../../../components/dashboard/watch/report-text.ts';
import { seriesCsv } from '../../../components/dashboard/watch/series-csv.ts';
import { changeText, lookText, plainLine } from '../../../components/dashboard/watch/share-text.ts';
import { weekReport } from '../../../components/dashboard/watch/week-report.ts';
import type { WatchKey } from '../../../components/dashboard/watch/words.tsx';
import { common } from '../../../utils/i18n/locales/en/common.ts';
import { dashboard } from '../../../utils/i18n/locales/en/dashboard.ts';
import { sharing } from '../../../utils/i18n/locales/en/sharing.ts';
import { watch } from '../../../utils/i18n/locales/en/watch.ts';
import { type Translate, translateWith } from '../../../utils/i18n/translate.ts';
import * as client from './fake-client.ts';
import { surroundings } from './person-samples.ts';
import { id } from './sample-data.ts';
import { at, changeOf, hash, lookOf, nordlicht, ours, seriesOf, watchlist } from './watch-samples.ts';
import { setUp, show, tearDown } from './watch-screen.tsx';

/** Before everything that the samples looked at. */
const weekStart = '2020-01-01T00:00:00.000Z';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));

const t = translateWith(
  { ...common, ...dashboard, ...watch, ...sharing },
  'en',
  'cross-border',
  'en-US',
) as Translate<WatchKey>;
const evil = '=1+1 <script>x</script>\n# https://evil.example www.evil.example \u202egnp.\u0007';
const about = { name: evil, address: 'https://shop10.example/' };

describe('texts that go out', () => {
  test('a change for a colleague: whose, when, where, what, and what was noted; one line each', () => {
    const change = changeOf(900, { title: evil, note: { good: 'Calm\nand clear', borrow: ' ' } });
    const lines = changeText(change, about, t).split('\n');
    expect(lines).toEqual([
      '=1+1 <script>x</script> # https://evil.example www.evil.example gnp. · Mar 2, 2026, 9:00 AM',
      'https://shop10.example/',
      expect.stringMatching(
        /^• =1\+1 <script>x<\/script> # https:.+ costs less: €24\.00 → €18\.00 \(-25%\)$/,
      ),
      '→ What is good about it? Calm',
      'and clear',
    ]);
  });

  test('a look for a colleague: what was not muted, and the note', () => {
    const changes = [changeOf(900), changeOf(901, { muted: 'noisy', title: 'Clock' })];
    const text = lookText(
      lookOf(801, { note: { borrow: 'The bundle' } }),
      changes,
      { name: '', address: '' },
      t,
    );
    expect(text).toContain('• Candle 900');
    expect(text).not.toContain('Clock');
    expect(text.split('\n').at(-1)).toBe('→ What can we borrow? The bundle');
  });

  test('in Markdown a text of a page is no mark, no link and no line of its own', () => {
    const escaped = markdownText(evil);
    expect(escaped).toBe(
      '\\=1\\+1 \\<script\\>x\\</script\\> \\# https\\://evil.example www\\.evil.example gnp.',
    );
    expect(markdownText('- a')).toBe('\\- a');
    expect(markdownText('1. a')).toBe('1\\. a');
    expect(markdownText('--- ')).toBe('\\---');
    expect(markdownText('a@b.example $x$')).toBe('a\\@b.example \\$x\\$');
    const named = { ...nordlicht, competitor: { ...nordlicht.competitor, name: evil } };
    const looked = { ...ours, pages: nordlicht.pages.map((page) => ({ ...page, lastLookedAt: at(2) })) };
    const parts = weekReport(weekStart, [named, looked], [changeOf(900, { title: evil }), changeOf(902)], []);
    const markdown = reportMarkdown(evil, parts, new Map(), t);
    expect(markdown).not.toMatch(/(?<!\\)<script|[\u202e]|https:\/\/evil/);
    // ours beside the others, by kind
    expect(markdown).toContain('## This week\n\n| Competitor | Price down |\n| --- | --- |\n');
    expect(markdown).toContain('| Harbour \\& Pine | 0 |');
    expect(colleagueText('Week', parts, t)).not.toMatch(/\u202e|(?![\r\n])\p{Cc}/u);
  });

  test('in a table it is no formula, and nothing of it turns the line around', async () => {
    const prices = [
      { key: '7', title: `\u202e${evil}`, points: [{ at: at(1), snapshotId: id(801), price: null }] },
    ];
    const csv = await seriesCsv(seriesOf({ looks: [], prices }), '+page', t).text();
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    expect(csv).toContain('"\'=1+1 ');
    expect(csv).toContain('"\'+page"');
    expect(csv).not.toMatch(/\u202e|(?![\r\n])\p{Cc}/u);
  });

  test('the page’s picture as a change has a sentence of its own, its share without a sign', () => {
    const picture = changeOf(900, { kind: 'picture', key: 'page', percent: 12.3, severity: 'low' });
    const { title: _title, from: _from, to: _to, ...plain } = picture;
    expect(changeText(plain, { name: '', address: '' }, t)).toContain('• The page looks different (12.3%)');
    const product = changeOf(901, { kind: 'picture', key: 'p1', title: 'Candle' });
    expect(changeText(product, { name: '', address: '' }, t)).toContain('• Another picture: Candle');
  });

  test('a plain line has no breaks and no control signs', () => {
    expect(plainLine(' a\r\n\u0000b\u2028c ')).toBe('a b c');
  });
});

const strips = (count: number, height = 256) =>
  Array.from({ length: count }, (_, n) => ({ hash: hash(n + 1), width: 640, height }));

describe('the picture of a look as files', () => {
  let made: { width: number; height: number; drawn: number[] }[] = [];
  let answer: { type?: string; bytes?: number } = {};
  beforeEach(() => {
    made = [];
    answer = {};
    vi.stubGlobal(
      'OffscreenCanvas',
      class {
        readonly drawn: number[] = [];
        readonly width: number;
        readonly height: number;
        constructor(width: number, height: number) {
          [this.width, this.height] = [width, height];
          made.push(this);
        }
        getContext = () => ({
          fillRect: () => {},
          drawImage: (_bitmap: object, _left: number, top: number) => this.drawn.push(top),
        });
        convertToBlob = async ({ type }: { type: string }) =>
          new Blob(['x'.repeat(answer.bytes ?? this.height)], { type: answer.type ?? type });
      },
    );
    vi.stubGlobal('createImageBitmap', async () => ({ close: () => {} }));
  });
  afterEach(() => vi.unstubAllGlobals());

  const load = async () => ({ type: 'image/webp' as const, data: btoa('strip') });
  const look = (count: number, height?: number) => ({
    strips: strips(count, height),
    name: 'deckhand-shop',
    time: at(1),
  });
  const signal = new AbortController().signal;

  test('no group is taller than the encoder takes, all are about as tall, and nothing is left out', () => {
    for (const count of [1, 2, 63, 64, 65, 79, 128, 200]) {
      const groups = fileGroups(strips(count), pictureFormats.webp.tallest);
      expect(groups.flat()).toEqual(strips(count));
      const heights = groups.map((group) => group.reduce((sum, { height }) => sum + height, 0));
      expect(Math.max(...heights)).toBeLessThanOrEqual(16_383);
      expect(groups).toHaveLength(Math.ceil((count * 256) / 16_383));
      expect(Math.max(...heights) - Math.min(...heights)).toBeLessThanOrEqual(512);
    }
    expect(fileGroups([], 10)).toEqual([]);
  });

  test('is one picture of all strips, each in its place', async () => {
    const file = await pictureFile(look(3), 'webp', load, signal);
    expect(file).toMatchObject({ name: 'deckhand-shop.webp', pictures: 1 });
    expect(file.blob.type).toBe('image/webp');
    expect(made).toMatchObject([{ width: 640, height: 768, drawn: [0, 256, 512] }]);
  });

  test('too tall for WebP: numbered files in a ZIP file, as PNG one', async () => {
    const file = await pictureFile(look(79), 'webp', load, signal);
    expect(file).toMatchObject({ name: 'deckhand-shop-webp.zip', pictures: 2 });
    const files = unzipSync(new Uint8Array(await file.blob.arrayBuffer()));
    expect(Object.keys(files)).toEqual(['deckhand-shop-1.webp', 'deckhand-shop-2.webp']);
    const sizes = Object.values(files).map((bytes) => bytes.length);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(79 * 256);
    expect(await pictureFile(look(79), 'png', load, signal)).toMatchObject({
      name: 'deckhand-shop.png',
      pictures: 1,
    });
  });

  test('an encoder that makes another format or nothing is a failure, and so is a strip that is gone', async () => {
    answer = { type: 'image/png' };
    await expect(pictureFile(look(1), 'webp', load, signal)).rejects.toThrow('image/png');
    answer = { bytes: 0 };
    await expect(pictureFile(look(1), 'webp', load, signal)).rejects.toThrow('0 bytes');
    const gone = () => Promise.reject(new Error('not-found'));
    await expect(pictureFile(look(1), 'png', gone, signal)).rejects.toThrow('not-found');
  });
});

describe('on the screen', () => {
  beforeEach(() => {
    setUp();
    client.answer('snapshot.list', { rows: [lookOf(801, { address: evil }), lookOf(800)], more: false });
    client.answer('snapshot.layer', ({ layer }: Record<string, unknown>) =>
      layer === 'text'
        ? { layer, text: { blocks: [{ key: 'k', tag: 'p', region: 'main', text: evil }], cut: false } }
        : { layer: 'missing', reason: 'thinned' },
    );
  });
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'share');
    tearDown();
  });
  const [name, page] = [watchlist[0]?.competitor.id, watchlist[0]?.pages[0]?.id];

  test('a look is saved as a ZIP file; what is not kept says why in it', async () => {
    show(`#/watch/${name}?page=${page}&look=${id(801)}&at=${at(2)}`);
    fireEvent.click(await screen.findByText('Save this look'));
    fireEvent.click(await screen.findByRole('button', { name: 'All of it as ZIP' }));
    await waitFor(() => expect(surroundings.saveFile).toHaveBeenCalled());
    const [fileName, blob] = vi.mocked(surroundings.saveFile).mock.calls[0] ?? [];
    expect(fileName).toMatch(/^deckhand-[\w-]+-2026-03-02-090000\.zip$/);
    const files = unzipSync(new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer()));
    expect(Object.keys(files)).toEqual(['2026-03-02-090000-1.html', '2026-03-02-090000-1.json']);
    const html = strFromU8(Object.values(files)[0] ?? new Uint8Array());
    expect(html).toContain('Not kept: removed later to save space');
    expect(html).toContain('=1+1 &lt;script&gt;x&lt;/script&gt;');
    expect(html).not.toContain('<script');
    await screen.findByText(/^Saved as deckhand-/, { selector: '.toast-words' });
  });

  test('every look in one file, with a list; a look that cannot be fetched fails it and says so', async () => {
    show(`#/watch/${name}?page=${page}`);
    const all = await screen.findByRole('button', { name: 'Save every look as ZIP' });
    fireEvent.click(all);
    await waitFor(() => expect(surroundings.saveFile).toHaveBeenCalled());
    const [, blob] = vi.mocked(surroundings.saveFile).mock.calls[0] ?? [];
    const files = unzipSync(new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer()));
    expect(Object.keys(files)).toHaveLength(5);
    const index = strFromU8(files['index.html'] ?? new Uint8Array());
    for (const file of Object.keys(files).filter((one) => /^\d.*html$/.test(one)))
      expect(index).toContain(`href="${file}"`);

    vi.spyOn(console, 'error').mockImplementation(() => {});
    client.refuse('snapshot.layer', 'not-found');
    fireEvent.click(await screen.findByRole('button', { name: 'Save every look as ZIP' }));
    await screen.findByText('The file could not be made. Nothing was saved.');
    expect(surroundings.saveFile).toHaveBeenCalledOnce();
  });

  test('a change is copied or handed to the system’s sheet, and a closed sheet is no fault', async () => {
    client.answer('change.list', { changes: [changeOf(900)], next: null });
    const writeText = vi.fn(async (_text: string) => undefined);
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    const share = vi.fn(() => Promise.reject(new DOMException('closed', 'AbortError')));
    Object.defineProperty(navigator, 'share', { value: share, configurable: true });
    show('#/watch');
    const list = await screen.findByRole('button', { name: /^Copy for a colleague: / });
    const row = within(list.closest('li') as HTMLElement);
    fireEvent.click(list);
    await waitFor(() => expect(writeText).toHaveBeenCalledOnce());
    expect(writeText.mock.calls[0]?.[0]).toMatch(/^Nordlicht · .+\nhttps:.+\n• Candle 900 costs less/);
    expect(share).not.toHaveBeenCalled();
    fireEvent.click(row.getByRole('button', { name: /^Share: / }));
    expect(share).toHaveBeenCalledWith({ text: writeText.mock.calls[0]?.[0] });
    share.mockImplementation(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
    fireEvent.click(row.getByRole('button', { name: /^Share: / }));
    await row.findByText('The browser could not share it. Copy it instead.');
  });
});
