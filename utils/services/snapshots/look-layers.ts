import type { PageReading } from '../../domain/page-reading.ts';
import type { PageLayout, PageText, Snapshot } from '../../domain/snapshot.ts';
import type { MissingLayer } from '../../messaging/protocol/snapshots.ts';
import type { ComparedLook } from '../../snapshots/compare-snapshots.ts';
import { type ReadyBlob, readContent, readyBlob } from '../../storage/blobs.ts';
import type { Database } from '../../storage/database.ts';

type PlainLayers = Omit<Snapshot['layers'], 'picture'>;
export type PlainLayer = keyof PlainLayers;

/** What the page's part handed in, layer by layer. */
export interface GivenLook {
  reading: PageReading | MissingLayer;
  text: PageText | MissingLayer;
  layout: PageLayout | MissingLayer;
}

const isMissing = (layer: object): layer is MissingLayer => 'missing' in layer;

/** The layers that are there. */
export function presentLayers({ reading, text, layout }: GivenLook): ComparedLook {
  return {
    ...(isMissing(reading) ? {} : { reading }),
    ...(isMissing(text) ? {} : { text }),
    ...(isMissing(layout) ? {} : { layout }),
  };
}

const asBytes = (text: string) => new TextEncoder().encode(text);

interface ReadyLayer {
  layer: Extract<PlainLayers[PlainLayer], { state: 'kept' }>;
  ready: ReadyBlob[];
}

/**
 * Contents of a layer as they are stored: its JSON in UTF-8, so that equal layers are equal bytes. A shop's styles are nine tenths of its layout
 * and the same for weeks while the rest is another on every visit: they are a content of their own, and the layout's says which.
 */
export async function readyLayer(
  layer: PlainLayer,
  value: PageReading | PageText | PageLayout,
): Promise<ReadyLayer> {
  const styles =
    'styles' in value && value.styles ? await readyBlob(layer, asBytes(value.styles)) : undefined;
  const blob = await readyBlob(
    layer,
    asBytes(JSON.stringify(styles ? { ...value, styles: styles.hash } : value)),
  );
  const bytes = blob.size + (styles?.size ?? 0);
  return {
    layer: { state: 'kept', hash: blob.hash, bytes, ...(styles ? { styles: styles.hash } : {}) },
    ready: styles ? [blob, styles] : [blob],
  };
}

/** Makes the layers ready to be stored, and says of each what the snapshot will. */
export async function readyLayers(given: GivenLook): Promise<{ layers: PlainLayers; ready: ReadyBlob[] }> {
  const ready: ReadyBlob[] = [];
  const one = async (layer: PlainLayer): Promise<PlainLayers[PlainLayer]> => {
    const value = given[layer];
    if (isMissing(value)) return { state: 'missing', reason: value.missing };
    const made = await readyLayer(layer, value);
    ready.push(...made.ready);
    return made.layer;
  };
  const [reading, text, layout] = await Promise.all([one('reading'), one('text'), one('layout')]);
  return { layers: { reading, text, layout }, ready };
}

async function contentText(database: Database, hash: string): Promise<string | undefined> {
  const bytes = await readContent(database, hash);
  return bytes && new TextDecoder().decode(bytes);
}

/** A stored layer, as it was handed in; undefined where it is not kept, or its content cannot be read. */
export async function storedLayer(
  database: Database,
  snapshot: Snapshot,
  layer: PlainLayer,
): Promise<unknown> {
  const kept = snapshot.layers[layer];
  if (kept.state !== 'kept') return undefined;
  try {
    const text = await contentText(database, kept.hash);
    if (text === undefined) return undefined;
    const value: object = JSON.parse(text);
    if (!kept.styles) return value;
    const styles = await contentText(database, kept.styles);
    return styles === undefined ? undefined : { ...value, styles };
  } catch (error) {
    // damaged content: the check of the storage names it, and the next look is compared without it
    console.error('Deckhand: content of a snapshot', error);
    return undefined;
  }
}

/** The layers of a snapshot that can be compared. They were checked when they came in. */
export async function storedLook(database: Database, snapshot: Snapshot): Promise<ComparedLook> {
  const [reading, text, layout] = await Promise.all([
    storedLayer(database, snapshot, 'reading') as Promise<PageReading | undefined>,
    storedLayer(database, snapshot, 'text') as Promise<PageText | undefined>,
    storedLayer(database, snapshot, 'layout') as Promise<PageLayout | undefined>,
  ]);
  return { ...(reading ? { reading } : {}), ...(text ? { text } : {}), ...(layout ? { layout } : {}) };
}
