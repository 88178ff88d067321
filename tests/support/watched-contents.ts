interface Store {
  put: (store: string, record: object) => void;
  count: (name: string, by?: number) => void;
  /** milliseconds since the epoch */
  newest: number;
  hex: (digits: number) => string;
}

/** Makes the layers of invented looks and puts their contents into a notebook. Used as text by `watchedNotebookScript`: nothing around it. */
export function watchedContents({ put, count, newest, hex }: Store) {
  /** Puts a content for one snapshot and says how its layer names it. */
  const content = async (layer: string, bytes: Uint8Array<ArrayBuffer>) => {
    const digest = await crypto.subtle.digest('SHA-256', bytes);
    const hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const packed = layer === 'picture' ? 'none' : 'gzip';
    const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
    const stored = packed === 'none' ? bytes : new Uint8Array(await new Response(stream).arrayBuffer());
    const at = new Date(newest).toISOString();
    const sizes = { size: bytes.byteLength, stored: stored.byteLength, references: 1 };
    put('blobs', { id: hash, createdAt: at, updatedAt: at, layer, ...sizes });
    put('blobContents', { id: hash, packed, bytes: stored });
    count(`bytes:${layer}`, stored.byteLength);
    return { state: 'kept', hash, bytes: bytes.byteLength };
  };
  const json = (layer: string, value: object) =>
    content(layer, new TextEncoder().encode(JSON.stringify(value)));
  /** A tall picture of a shop in strips of 256 px: a banner and rows of wares; `sale` colours the banner. */
  const picture = async (sale: boolean) => {
    const tiles = [];
    for (let strip = 0; strip < 6; strip++) {
      const canvas = new OffscreenCanvas(960, 256);
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('no canvas');
      pen.fillStyle = '#faf7f2';
      pen.fillRect(0, 0, 960, 256);
      pen.fillStyle = sale ? '#b3402e' : '#46606b';
      if (strip === 0) pen.fillRect(0, 0, 960, 150);
      for (let box = 0; strip > 0 && box < 4; box++) {
        pen.fillStyle = `hsl(${(strip * 4 + box) * 37} 35% ${sale && box === 2 ? 40 : 70}%)`;
        pen.fillRect(20 + box * 235, 12, 215, 190);
        pen.fillStyle = '#444';
        pen.fillText(sale && box === 2 ? 'SALE 19.00' : '24.00', 24 + box * 235, 225);
      }
      pen.fillStyle = '#ffffff';
      pen.font = '40px sans-serif';
      if (strip === 0) pen.fillText(sale ? 'SUMMER SALE −20 %' : 'NEW ARRIVALS', 40, 90);
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
      const kept = await content('picture', new Uint8Array(await blob.arrayBuffer()));
      tiles.push({ hash: kept.hash, width: 960, height: 256, bytes: kept.bytes });
    }
    return { state: 'kept', hash: hex(64), tiles, cut: sale, visibleOnly: false };
  };
  const layout = (sale: boolean) => ({
    nodes: [
      { parent: -1, tag: 'body' },
      { parent: 0, tag: 'header', region: 'banner' },
      { parent: 1, text: sale ? 'Summer sale −20 %' : 'New arrivals' },
      { parent: 0, tag: 'main', region: 'main' },
      { parent: 3, tag: 'h1' },
      { parent: 4, text: 'Candles and lights' },
      { parent: 3, tag: 'p' },
      { parent: 6, text: sale ? 'Only until Sunday.' : 'Made in our own workshop.' },
      { parent: 0, tag: 'footer', region: 'footer' },
      { parent: 8, tag: 'a', href: 'https://invented.example/help' },
      { parent: 9, text: 'Help' },
    ],
    styles: '',
    cut: false,
  });
  const text = (sale: boolean) => ({
    blocks: [
      { key: 'main/h1 1', tag: 'h1', region: 'main', text: sale ? 'Summer sale −20 %' : 'New arrivals' },
    ],
    cut: false,
  });
  return { json, picture, layout, text };
}
