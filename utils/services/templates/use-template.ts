import { localDay } from '../../domain/day.ts';
import type { SeenItem } from '../../domain/item.ts';
import { newId } from '../../domain/new-id.ts';
import { fail, ok } from '../../domain/result.ts';
import type { TagEffect } from '../../domain/tag-effect.ts';
import type { FillInAnswer, TemplateUse } from '../../domain/template.ts';
import { templateLimits } from '../../domain/template-limits.ts';
import type { Collection } from '../../messaging/changes.ts';
import type { Input } from '../../messaging/protocol.ts';
import { newPlaceSalt, placeHash } from '../../storage/place-hashes.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import { replyToCase, takeReplyBack } from '../cases/reply-to-case.ts';
import { refreshDay } from '../day-checklist.ts';
import { addReplyPoint, fanStores, takeFanPoints } from '../fans/fan-points.ts';
import { tagItemCollections, tagItemStores } from '../items/tag-item.ts';
import { takeAskingBack } from '../rights/ask-by-reply.ts';
import type { Call, Service } from '../service.ts';
import { announce, writeOnce } from '../write-once.ts';
import { actionStores, carryOut, takeTagsBack } from './reply-actions.ts';

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

/** What shows something else after a reply. Campaigns only where it tagged an entry: the saved replies ask for everything again when one changed. */
const usedCollections: Collection[] = [
  'template-uses',
  'creators',
  'checklist',
  ...tagItemCollections.filter((collection) => collection !== 'campaigns'),
];

/**
 * Notes that a reply stands in the editor and carries out what its template does besides, as one operation. Undo takes the actions back.
 * The use itself is what happened, as in the activity log: it stays, and `template.use-changed` says that it was taken out again.
 * @param answeredIn what the reply answers: a sender never names it
 */
export const noteUseOf =
  (answeredIn: (input: Used, call: Call) => Promise<SeenItem | undefined>): Service<'template.used'> =>
  async (input, call) => {
    const answered = await answeredIn(input, call);
    const noted = await writeOnce(
      call,
      {
        type: 'template.used',
        operationId: input.operationId,
        stores: ['templates', 'templateUses', 'fillInAnswers', ...fanStores, ...actionStores],
        collections: usedCollections,
      },
      async (unit) => {
        const template = await unit.get('templates', input.templateId);
        if (!template) return fail('not-found', 'no template of that id');
        const creator =
          input.creatorId === undefined ? undefined : await unit.get('creators', input.creatorId);
        if (input.creatorId !== undefined && !creator) return fail('not-found', 'no creator of that id');
        const use = await recordOf(unit, input);
        await unit.put('templateUses', use, 'derived');
        await rememberAnswers(unit, input);
        await unit.log('reply-inserted', input.creatorId);
        // before the actions: who only now becomes a fan by a tag of them gets the point of the tag alone
        if (answered?.kind === 'comment' && answered.author)
          await addReplyPoint(unit, { author: answered.author, useId: use.id, now: call.now });
        const actions = input.contacted
          ? [...template.actions, { kind: 'note-touch' as const }]
          : template.actions;
        const acting = { unit, now: call.now, creatorId: input.creatorId, answered, place: input.place };
        // before the actions: a case that a tag of them opens is not answered by this reply
        const holds = actions.some(({ kind }) => kind === 'case-held');
        const replied = !holds && (await replyToCase(acting));
        const followed: TagEffect[] = [];
        const done = await carryOut(actions, { ...acting, followed });
        await refreshDay(unit, localDay(call.now));
        return ok({
          useId: use.id,
          done: [...(replied ? ['case-replied' as const] : []), ...done],
          ...(followed.length > 0 ? { effects: followed } : {}),
        });
      },
    );
    if (noted.ok && noted.value.effects?.includes('giveaway')) await announce(call, ['campaigns']);
    return noted;
  };

/** The same for a reply to nothing that can be told. */
export const noteUse = noteUseOf(async () => undefined);

/** Notes what became of a reply: changed before sending, or taken out of the editor again. */
export const noteUseChange: Service<'template.use-changed'> = (
  { operationId, useId, edited, undone },
  call,
) =>
  writeOnce(
    call,
    {
      type: 'template.use-changed',
      operationId,
      stores: ['templateUses', 'cases', 'rightsGrants', ...fanStores, ...tagItemStores],
      collections: ['template-uses', ...(undone ? (['creators', ...tagItemCollections] as const) : [])],
    },
    async (unit) => {
      const use = await unit.get('templateUses', useId);
      if (!use) return fail('not-found', 'no use of that id');
      const change = {
        ...(edited === undefined ? {} : { edited }),
        ...(undone === undefined ? {} : { undone }),
      };
      await unit.put('templateUses', { ...use, ...change, updatedAt: unit.now }, 'derived');
      if (undone) {
        await takeReplyBack(unit, use.at);
        // before the tags: a candidate that the question made goes with its tag as soon as nobody was asked
        await takeAskingBack(unit, use.at);
        await takeTagsBack(unit, use.at, call.now);
        await takeFanPoints(unit, { why: 'replied', sourceId: useId });
      }
      return ok({});
    },
  );
