import { useEffect, useRef, useState } from 'preact/hooks';
import type { TemplateList } from '../../utils/messaging/protocol/templates.ts';
import { PaletteStore } from './palette-store.ts';

/** What the palette chooses from, as long as this frame lives. */
export function usePaletteList(): { list: TemplateList | null; failed: boolean; again: () => void } {
  const store = useRef<PaletteStore | null>(null);
  const [, redraw] = useState(0);
  useEffect(() => {
    const made = new PaletteStore();
    store.current = made;
    const stop = made.listen(() => redraw((turn) => turn + 1));
    return () => {
      stop();
      made.close();
    };
  }, []);
  return {
    list: store.current?.list ?? null,
    failed: store.current?.failed ?? false,
    again: () => void store.current?.load(),
  };
}
