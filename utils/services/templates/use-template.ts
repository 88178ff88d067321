import { localDay } from '../../domain/day.ts';
import { newId } from '../../domain/new-id.ts';
import { fail, ok } from '../../domain/result.ts';
import type { FillInAnswer, TemplateUse } from '../../domain/template.ts';
import { templateLimits } from '../../domain/template-limits.ts';
import type { Input } from '../../messaging/protocol.ts';
import { newPlaceSalt, placeHash } from '../../storage/place-hashes.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import { refreshDay } from '../day-checklist.ts';
import type { Service } from '../service.ts';
import { writeOnce } from '../write-once.ts';
import { actionStores, carryOut } from './reply-actions.ts';

type Used = Input<'template.used'>;

/** Puts what was answered first; of each name the last few stay. */
async function rememberAnswers(unit: Unit, { answers, creatorId }: Used): Promise<void> {
  for (const { name, value } of answers) {
    const [old] = await unit.list('fillInAnswers', 'name', name, 1);
    const others = (old?.values ?? []).filter((each) => each.value !== value);
    const answer: FillInAnswer = {
      id: old?.id ?? newId(Date.parse(unit.now)),
      createdAt: old?.createdAt ?? unit.now,
      updatedAt: unit.now,
      name,
      values: [{ value, at: unit.now, ...(creatorId ? { creatorId } : {}) }, ...others].slice(
        0,
        templateLimits.answers,
      ),
    };
    await unit.put('fillInAnswers', answer, 'derived');
  }
}

/** The use as it is kept: no text, and of the place only hashes. */
async function recordOf(unit: Unit, input: Used): Promise<TemplateUse> {
  const { templateId, wordingId, language, place, creatorId } = input;
  const salt = (await unit.edge('templateUses', 'at', 'last'))?.salt ?? newPlaceSalt();
  return {
    id: newId(Date.parse(unit.now)),
    createdAt: unit.now,
    updatedAt: unit.now,
    at: unit.now,
    templateId,
    wordingId,
    language,
    platform: place.platform,
    salt,
    ...(place.postKey === undefined ? {} : { postHash: placeHash(salt, place.postKey) }),
    ...(place.threadKey === undefined ? {} : { threadHash: placeHash(salt, place.threadKey) }),
    ...(creatorId === undefined ? {} : { creatorId }),
  };
}

/**
 * Notes that a reply stands in the editor and carries out what its template does besides, as one operation. Undo takes the actions back.
 * The use itself is what happened, as in the activity log: it stays, and `template.use-changed` says that it was taken out again.
 */
export const noteUse: Service<'template.used'> = (input, call) =>
  writeOnce(
    call,
    {
      type: 'template.used',
      operationId: input.operationId,
      stores: ['templates', 'templateUses', 'fillInAnswers', ...actionStores],
      collections: ['template-uses', 'creators', 'checklist'],
    },
    async (unit) => {
      const template = await unit.get('templates', input.templateId);
      if (!template) return fail('not-found', 'no template of that id');
      const creator = input.creatorId === undefined ? undefined : await unit.get('creators', input.creatorId);
      if (input.creatorId !== undefined && !creator) return fail('not-found', 'no creator of that id');
      const use = await recordOf(unit, input);
      await unit.put('templateUses', use, 'derived');
      await rememberAnswers(unit, input);
      await unit.log('reply-inserted', input.creatorId);
      const actions = input.contacted
        ? [...template.actions, { kind: 'note-touch' as const }]
        : template.actions;
      const done = await carryOut(actions, { unit, now: call.now, creatorId: input.creatorId });
      await refreshDay(unit, localDay(call.now));
      return ok({ useId: use.id, done });
    },
  );

/** Notes what became of a reply: changed before sending, or taken out of the editor again. */
export const noteUseChange: Service<'template.use-changed'> = (
  { operationId, useId, edited, undone },
  call,
) =>
  writeOnce(
    call,
    { type: 'template.use-changed', operationId, stores: ['templateUses'], collections: ['template-uses'] },
    async (unit) => {
      const use = await unit.get('templateUses', useId);
      if (!use) return fail('not-found', 'no use of that id');
      const change = {
        ...(edited === undefined ? {} : { edited }),
        ...(undone === undefined ? {} : { undone }),
      };
      await unit.put('templateUses', { ...use, ...change, updatedAt: unit.now }, 'derived');
      return ok({});
    },
  );
