import { hintPlace } from '../domain/hint.ts';
import { namesItsHost } from '../domain/hint-fields.ts';
import { fail, ok } from '../domain/result.ts';
import { putHints } from './put-hints.ts';
import type { Service } from './service.ts';
import { writeOnce } from './write-once.ts';

/** Takes over hints of a file, all or none of them. */
export const importHints: Service<'hint.import'> = async ({ operationId, hints }, call) => {
  const strayed = hints.find((hint) => !namesItsHost(hint));
  if (strayed) return fail('invalid', `a hint for ${strayed.platform} with the wrong host`);
  if (new Set(hints.map(hintPlace)).size < hints.length) return fail('invalid', 'two hints for one field');
  return writeOnce(
    call,
    { type: 'hint.import', operationId, stores: ['hints'], collections: ['sites'] },
    async (unit) => ok(await putHints(unit, hints, call.now)),
  );
};
