import type { PageReading } from '../../domain/page-reading.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { PageLayout, PageText } from '../../domain/snapshot.ts';
import type { LayerContent } from '../../messaging/protocol/snapshots.ts';
import type { Output } from '../../messaging/protocol.ts';
import { readContent } from '../../storage/blobs.ts';
import type { Service } from '../service.ts';
import { storedLayer } from './look-layers.ts';

/** One layer of a snapshot as it was taken; of a picture the names of its tiles. */
export const getLayer: Service<'snapshot.layer'> = async ({ snapshotId, layer }, call) => {
  const database = await call.database();
  if (!database.ok) return database;
  const snapshot = await database.value.get('snapshots', snapshotId);
  if (!snapshot || snapshot.removedAt) return fail('not-found', 'no snapshot of that id');
  const kept = snapshot.layers[layer];
  if (kept.state === 'missing') return ok<LayerContent>({ layer: 'missing', reason: kept.reason });
  if (layer === 'picture') {
    const { picture } = snapshot.layers;
    if (picture.state === 'missing') return ok<LayerContent>({ layer: 'missing', reason: picture.reason });
    const tiles = picture.tiles.map(({ hash, width, height }) => ({ hash, width, height }));
    return ok<LayerContent>({ layer, tiles, cut: picture.cut, visibleOnly: picture.visibleOnly });
  }
  const content = await storedLayer(database.value, snapshot, layer);
  if (content === undefined) return fail('not-found', 'the content of this layer is damaged');
  if (layer === 'reading') return ok<LayerContent>({ layer, reading: content as PageReading });
  if (layer === 'text') return ok<LayerContent>({ layer, text: content as PageText });
  return ok<LayerContent>({ layer, layout: content as PageLayout });
};

type TileType = Output<'snapshot.tile'>['type'];

/** What a picture is, by its first bytes; null for anything else. */
function pictureType(bytes: Uint8Array): TileType | null {
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return 'image/webp';
  if (start.startsWith('\x89PNG')) return 'image/png';
  return start.startsWith('\xff\xd8\xff') ? 'image/jpeg' : null;
}

/** Characters at once: an argument list has its limits. */
const chunk = 8_192;

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += chunk)
    text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(text);
}

/** One tile of a picture. Only pictures come out here, whatever hash is asked for. */
export const getTile: Service<'snapshot.tile'> = async (
  { hash },
  call,
): Promise<Result<Output<'snapshot.tile'>>> => {
  const database = await call.database();
  if (!database.ok) return database;
  const row = await database.value.get('blobs', hash);
  const bytes = row?.layer === 'picture' ? await readContent(database.value, hash) : undefined;
  const type = bytes && pictureType(bytes);
  if (!bytes || !type) return fail('not-found', 'no picture of that name');
  return ok({ type, data: base64(bytes) });
};
