import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../utils/messaging/client.ts';

export type ShownCrop =
  | { state: 'loading' | 'failed' }
  | { state: 'ready'; address: string; width: number; height: number };

/** A picture that was taken for a permission, as an address in this page's memory; given back when it is shown no more. */
export function useCrop(cropId: string | undefined): ShownCrop {
  const [shown, setShown] = useState<ShownCrop>({ state: 'loading' });
  useEffect(() => {
    if (cropId === undefined) return;
    let address: string | null = null;
    let wanted = true;
    setShown({ state: 'loading' });
    void ask('rights.crop', { cropId }).then((found) => {
      if (!wanted) return;
      if (!found.ok) return setShown({ state: 'failed' });
      const { type, data, width, height } = found.value;
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      address = URL.createObjectURL(new Blob([bytes], { type }));
      setShown({ state: 'ready', address, width, height });
    });
    return () => {
      wanted = false;
      if (address !== null) URL.revokeObjectURL(address);
    };
  }, [cropId]);
  return shown;
}
