import type { Service } from '../service.ts';
import { writeOnce } from '../write-once.ts';
import { addStarterTags } from './add-starter-tags.ts';
import { chooseTags } from './choose-tags.ts';
import { listItems } from './list-items.ts';
import { removeTag } from './remove-tag.ts';
import { saveTag } from './save-tag.ts';
import { tagItem, tagItemCollections, tagItemStores } from './tag-item.ts';

/** Tags something, asked for by one of the extension's own pages. */
export const tagOneItem: Service<'item.tag'> = ({ operationId, item, add, remove, addNames }, call) =>
  writeOnce(
    call,
    { type: 'item.tag', operationId, stores: tagItemStores, collections: tagItemCollections },
    (unit) =>
      tagItem(unit, {
        ...('itemId' in item ? { itemId: item.itemId } : { seen: item }),
        add,
        remove,
        addNames,
        now: call.now,
      }),
  );

/** What answers the messages about: tags and tagged items. Part of the one list in `services/handlers.ts`. */
export const itemHandlers = {
  'tag.choices': chooseTags,
  'tag.save': saveTag,
  'tag.remove': removeTag,
  'tag.starter': addStarterTags,
  'item.tag': tagOneItem,
  'item.list': listItems,
};
