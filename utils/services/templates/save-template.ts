import { fail, ok } from '../../domain/result.ts';
import type { Service } from '../service.ts';
import { writeOnce } from '../write-once.ts';
import { namesakeOf, putTemplate } from './put-template.ts';

/** Saves a template, new or known. A text that cannot be filled is kept too, as the draft that its writer says it is. */
export const saveTemplate: Service<'template.save'> = ({ operationId, templateId, seen, details }, call) =>
  writeOnce(
    call,
    {
      type: 'template.save',
      operationId,
      stores: ['templates', 'templateVersions'],
      collections: ['templates'],
    },
    async (unit) => {
      const before = templateId === undefined ? undefined : await unit.get('templates', templateId);
      if (templateId !== undefined && !before) return fail('not-found', 'no template of that id');
      if (before && seen !== undefined && before.updatedAt !== seen)
        return fail('changed-since', 'the template was changed elsewhere');
      if (namesakeOf(await unit.all('templates'), details, templateId))
        return fail('invalid', 'there is a template of that shortcut');
      const saved = await putTemplate(unit, details, before);
      if (saved !== before) await unit.log('template-saved', saved.id);
      return ok(saved);
    },
  );
