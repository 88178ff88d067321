import { platformIds } from '../../domain/platform.ts';
import { ok } from '../../domain/result.ts';
import type { TemplateStatistics } from '../../domain/template.ts';
import { countedUse } from '../../storage/counters.ts';
import type { Service } from '../service.ts';
import { readOnce } from '../write-once.ts';
import { versionsOf } from './put-template.ts';

type Usage = { used: number; edited: number; undone: number };
const none = (): Usage => ({ used: 0, edited: 0, undone: 0 });

function add(usage: Usage, what: string, value: number): void {
  if (what === 'used' || what === 'edited' || what === 'undone') usage[what] += value;
}

/** How often each template was used, changed before sending and taken out again, in all and by site: from the kept numbers. */
export const templateStatistics: Service<'template.statistics'> = (_input, call) =>
  readOnce(call, ['counters', 'templateUses'], async (reader) => {
    const found = new Map<string, { all: Usage; platforms: Map<string, Usage> }>();
    for (const { id, value } of await reader.all('counters')) {
      const counted = countedUse(id);
      if (!counted) continue;
      const template = found.get(counted.templateId) ?? { all: none(), platforms: new Map<string, Usage>() };
      found.set(counted.templateId, template);
      const platform = template.platforms.get(counted.platform) ?? none();
      template.platforms.set(counted.platform, platform);
      add(template.all, counted.what, value);
      add(platform, counted.what, value);
    }
    const rows = [...found].map(async ([templateId, { all, platforms }]): Promise<TemplateStatistics> => {
      // the range of a template in an index of `[templateId, at]` is the same for uses and versions
      const last = await reader.edge('templateUses', 'templateAt', 'last', versionsOf(templateId));
      const sites = platformIds.flatMap((platform) => {
        const usage = platforms.get(platform);
        return usage ? [{ platform, ...usage }] : [];
      });
      return { templateId, ...all, ...(last ? { lastUsed: last.at } : {}), platforms: sites };
    });
    return ok({ templates: await Promise.all(rows) });
  });
