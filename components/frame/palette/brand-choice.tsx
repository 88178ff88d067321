import type { PaletteKey } from '../../../utils/i18n/locales/en/palette.ts';
import type { TemplateList } from '../../../utils/messaging/protocol/templates.ts';
import { useWords } from '../../ui/words.ts';
import { currentBrand } from './prepare-reply.ts';

/** For which of several brands the reply is written. Holds for this reply, and is the current brand from then on. */
export function BrandChoice({ list, onBrand }: { list: TemplateList; onBrand: (brandId: string) => void }) {
  const t = useWords<PaletteKey>();
  const brand = currentBrand(list);
  if (!brand || list.brands.length < 2) return null;
  return (
    <select
      class="input brand"
      aria-label={t('palette_brand')}
      value={brand.id}
      onChange={(event) => onBrand(event.currentTarget.value)}
    >
      {list.brands.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
