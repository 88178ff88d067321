import { fail, ok } from '../domain/result.ts';
import { openPaletteOf } from './palette-tabs.ts';
import { saveSettings } from './save-settings.ts';
import type { Service } from './service.ts';

/** The person writes for another of our brands: it is the current one from then on. A frame may say so only while its palette is open. */
export const chooseBrand: Service<'palette.brand'> = async ({ operationId, brandId }, call) => {
  if (call.caller.kind === 'frame' && !(await openPaletteOf(call.caller)))
    return fail('forbidden', 'a frame may choose a brand only where the palette is open');
  const saved = await saveSettings({ operationId, changes: { currentBrandId: brandId } }, call);
  return saved.ok ? ok({}) : saved;
};
