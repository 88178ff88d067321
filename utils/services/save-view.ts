import type { SavedView } from '../domain/creator-row.ts';
import { newId } from '../domain/new-id.ts';
import { fail, ok } from '../domain/result.ts';
import { sameValue } from '../storage/same-value.ts';
import type { Service } from './service.ts';
import { sameName } from './tag-names.ts';
import { writeOnce } from './write-once.ts';

/** Saves a filter and an order under a name, new or known. Two views of one name could not be told apart. */
export const saveView: Service<'view.save'> = ({ operationId, viewId, name, filter, sort }, call) =>
  writeOnce(
    call,
    { type: 'view.save', operationId, stores: ['savedViews'], collections: ['views'] },
    async (unit) => {
      const views = await unit.all('savedViews');
      const known = views.find(({ id }) => id === viewId);
      if (viewId && !known) return fail('not-found', 'no view of that id');
      const namesake = views.find((view) => sameName(view.name) === sameName(name));
      if (namesake && namesake.id !== viewId) return fail('invalid', 'there is a view of that name');
      const view: SavedView = {
        id: known?.id ?? newId(call.now.getTime()),
        createdAt: known?.createdAt ?? unit.now,
        updatedAt: known?.updatedAt ?? unit.now,
        name: name.normalize('NFC'),
        filter,
        sort,
      };
      if (known && sameValue(known, view)) return ok(known);
      const saved = { ...view, updatedAt: unit.now };
      await unit.put('savedViews', saved);
      await unit.log('view-changed', view.id);
      return ok(saved);
    },
  );
