import { fail, ok } from '../../domain/result.ts';
import type { Service } from '../service.ts';
import { writeOnce } from '../write-once.ts';
import { versionsOf } from './put-template.ts';

/** Removes a template with its versions; undo brings all of it back. Its uses stay: they are what was done. */
export const removeTemplate: Service<'template.remove'> = ({ operationId, templateId }, call) =>
  writeOnce(
    call,
    {
      type: 'template.remove',
      operationId,
      stores: ['templates', 'templateVersions'],
      collections: ['templates'],
    },
    async (unit) => {
      if (!(await unit.get('templates', templateId))) return fail('not-found', 'no template of that id');
      for (const id of await unit.keys('templateVersions', 'templateAt', versionsOf(templateId)))
        await unit.remove('templateVersions', id);
      await unit.remove('templates', templateId);
      await unit.log('template-removed', templateId);
      return ok({});
    },
  );
