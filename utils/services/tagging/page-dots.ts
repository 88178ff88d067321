import { ok } from '../../domain/result.ts';
import { dotStores, dotsOf } from '../items/item-dots.ts';
import type { Service } from '../service.ts';
import { readOnce } from '../write-once.ts';

/** The colours beside items of a page: all that its script may know of their tags. */
export const pageDots: Service<'page.dots'> = ({ platform, items }, call) =>
  readOnce(call, dotStores, async (reader) =>
    ok({
      dots: await dotsOf(
        reader,
        platform,
        items.map((keys) => ({ keys })),
      ),
    }),
  );
