import type { Brand } from '../domain/brand.ts';
import { newId } from '../domain/new-id.ts';
import { fail, ok } from '../domain/result.ts';
import type { Service } from './service.ts';
import { putSettings, storedSettings } from './stored-settings.ts';
import { writeOnce } from './write-once.ts';

/** Saves a brand of ours, new or known; the first one becomes the current one. */
export const saveBrand: Service<'brand.save'> = ({ operationId, brandId, details }, call) =>
  writeOnce(
    call,
    {
      type: 'brand.save',
      operationId,
      stores: ['brands', 'settings'],
      collections: ['brands', 'settings', 'creators'],
    },
    async (unit) => {
      const known = brandId ? await unit.get('brands', brandId) : undefined;
      if (brandId && !known) return fail('not-found', 'no brand of that id');
      const brand: Brand = {
        ...details,
        id: known?.id ?? newId(call.now.getTime()),
        createdAt: known?.createdAt ?? unit.now,
        updatedAt: unit.now,
      };
      await unit.put('brands', brand);
      if (!(await storedSettings(unit)).currentBrandId) await putSettings(unit, { currentBrandId: brand.id });
      await unit.log('brand-saved', brand.id);
      return ok(brand);
    },
  );
