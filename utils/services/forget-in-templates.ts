import type { Unit } from '../storage/unit-of-work.ts';

/**
 * Takes people out of what the reply templates remember: of a use stays that there was one, without whom and where, so that the figures
 * keep; answers that were given for them go.
 */
export async function forgetInTemplates(unit: Unit, creatorIds: ReadonlySet<string>): Promise<void> {
  for (const creatorId of creatorIds)
    for (const use of await unit.list('templateUses', 'creatorId', creatorId)) {
      const { creatorId: _whom, threadHash: _thread, postHash: _post, ...rest } = use;
      await unit.put('templateUses', { ...rest, updatedAt: unit.now }, 'derived');
    }
  for (const answer of await unit.all('fillInAnswers')) {
    const values = answer.values.filter(({ creatorId }) => !creatorId || !creatorIds.has(creatorId));
    if (values.length === answer.values.length) continue;
    if (values.length === 0) await unit.remove('fillInAnswers', answer.id, 'derived');
    else await unit.put('fillInAnswers', { ...answer, values, updatedAt: unit.now }, 'derived');
  }
}
