import type { Result } from '../../utils/domain/result.ts';
import { ask } from '../../utils/messaging/client.ts';
import type { Output } from '../../utils/messaging/protocol.ts';
import type { LookRow } from './use-looks.ts';

export type LayerAnswer = Output<'snapshot.layer'>;
export type PictureLayer = Extract<LayerAnswer, { layer: 'picture' }>;
export type TileAnswer = Output<'snapshot.tile'>;

/** What could not be fetched: the code of the answer. */
export class LookFault extends Error {}

async function good<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new LookFault(result.code);
  return result.value;
}

/** One layer of a look, or why it is not there. Throws `LookFault`. */
export const fetchLayer = (snapshotId: string, layer: 'reading' | 'text' | 'picture' | 'layout') =>
  good(ask('snapshot.layer', { snapshotId, layer }));

/** One strip of a picture. Throws `LookFault`. */
export const fetchTile = (hash: string): Promise<TileAnswer> => good(ask('snapshot.tile', { hash }));

const limit = 100;

/**
 * The looks at a page, newest first.
 * @param most of them
 * @returns whether there are more. Throws `LookFault`
 */
export async function fetchLooks(
  watchedPageId: string,
  most: number,
): Promise<{ rows: LookRow[]; more: boolean }> {
  const rows: LookRow[] = [];
  for (let more = true; more && rows.length < most; ) {
    const last = rows.at(-1);
    const before = last ? { takenAt: last.takenAt, id: last.id } : null;
    const page: Output<'snapshot.list'> = await good(
      ask('snapshot.list', { watchedPageId, before, limit: Math.min(limit, most - rows.length) }),
    );
    rows.push(...page.rows);
    more = page.more;
    if (rows.length >= most) return { rows, more };
  }
  return { rows, more: false };
}
