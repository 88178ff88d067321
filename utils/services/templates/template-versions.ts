import { fail, ok } from '../../domain/result.ts';
import type { Service } from '../service.ts';
import { readOnce, writeOnce } from '../write-once.ts';
import { namesakeOf, putTemplate, versionsOf } from './put-template.ts';

/** What a template was before, the last one first. */
export const listVersions: Service<'template.versions'> = ({ templateId }, call) =>
  readOnce(call, ['templateVersions'], async (reader) => {
    const versions = await reader.list('templateVersions', 'templateAt', versionsOf(templateId));
    return ok({ versions: versions.reverse() });
  });

/** Makes a template again what it was; what it is now becomes a version in turn. A shortcut that another one took since stays there. */
export const restoreVersion: Service<'template.restore-version'> = ({ operationId, versionId }, call) =>
  writeOnce(
    call,
    {
      type: 'template.restore-version',
      operationId,
      stores: ['templates', 'templateVersions'],
      collections: ['templates'],
    },
    async (unit) => {
      const version = await unit.get('templateVersions', versionId);
      const before = version && (await unit.get('templates', version.templateId));
      if (!version || !before) return fail('not-found', 'no version of that id, or its template is gone');
      const taken = namesakeOf(await unit.all('templates'), version.details, before.id);
      const { shortcut: _taken, ...rest } = version.details;
      const restored = await putTemplate(unit, taken ? rest : version.details, before);
      if (restored !== before) await unit.log('template-saved', restored.id);
      return ok(restored);
    },
  );
