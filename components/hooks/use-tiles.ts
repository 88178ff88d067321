import { useEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../../utils/domain/result.ts';
import { ask } from '../../utils/messaging/client.ts';

/** A strip of a picture: the address of its bytes in this page's memory, null until it has come. */
export interface ShownTile {
  hash: string;
  width: number;
  height: number;
  address: string | null;
}

function blobOf(data: string, type: string): Blob {
  return new Blob([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], { type });
}

/**
 * Fetches the strips of a picture one after the other, from the top. Their memory is given back when they are not shown any more.
 * @param tiles those that shall be shown
 */
export function useTiles(tiles: readonly { hash: string; width: number; height: number }[]): {
  tiles: readonly ShownTile[];
  failed: ErrorCode | null;
} {
  const [addresses, setAddresses] = useState<ReadonlyMap<string, string>>(new Map());
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const made = useRef(new Map<string, string>());
  const wanted = tiles.map(({ hash }) => hash).join(' ');

  useEffect(() => {
    let shown = true;
    void (async () => {
      setFailed(null);
      for (const hash of new Set(wanted.split(' ').filter(Boolean))) {
        if (made.current.has(hash)) continue;
        const result = await ask('snapshot.tile', { hash });
        if (!shown) return;
        if (!result.ok) return setFailed(result.code);
        made.current.set(hash, URL.createObjectURL(blobOf(result.value.data, result.value.type)));
        setAddresses(new Map(made.current));
      }
    })();
    return () => {
      shown = false;
    };
  }, [wanted]);
  useEffect(
    () => () => {
      for (const address of made.current.values()) URL.revokeObjectURL(address);
      made.current.clear();
    },
    [],
  );

  return {
    tiles: tiles.map((tile) => ({ ...tile, address: addresses.get(tile.hash) ?? null })),
    failed,
  };
}
