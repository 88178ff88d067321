import { useCallback, useMemo, useState } from 'preact/hooks';
import { write } from '../../utils/messaging/client.ts';
import type { TemplateList } from '../../utils/messaging/protocol/templates.ts';
import { usePaletteSurface } from './palette-surface.ts';

/** The list with the brand that was chosen here: at once, for the notebook's own answer comes later. */
export function useCurrentBrand(list: TemplateList): {
  list: TemplateList;
  chooseBrand: (brandId: string) => void;
} {
  const { tab } = usePaletteSurface();
  const [chosen, setChosen] = useState<string | null>(null);
  const chooseBrand = useCallback(
    (brandId: string) => {
      setChosen(brandId);
      void write('palette.brand', { brandId, ...tab }).then(({ ok }) => {
        // what was not kept is not shown either
        if (!ok) setChosen(null);
      });
    },
    [tab],
  );
  const withChosen = useMemo(
    () =>
      chosen !== null && list.brands.some(({ id }) => id === chosen)
        ? { ...list, currentBrandId: chosen }
        : list,
    [list, chosen],
  );
  return { list: withChosen, chooseBrand };
}
