import { ok } from '../../domain/result.ts';
import type { Service } from '../service.ts';
import { writeOnce } from '../write-once.ts';
import { alreadyThere, newStarter } from './default-tags.ts';

/** Adds the tags of the default set that are not there. */
export const addStarterTags: Service<'tag.starter'> = ({ operationId, tags: wanted }, call) =>
  writeOnce(
    call,
    { type: 'tag.starter', operationId, stores: ['tags'], collections: ['tags'] },
    async (unit) => {
      const tags = await unit.all('tags');
      let added = 0;
      for (const one of wanted) {
        if (alreadyThere(tags, one)) continue;
        const tag = newStarter(one, tags, unit);
        await unit.put('tags', tag);
        tags.push(tag);
        added += 1;
      }
      if (added > 0) await unit.log('tag-changed');
      return ok({ added, there: wanted.length - added });
    },
  );
