import { newId } from '../../domain/new-id.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { RightsGrant } from '../../domain/rights.ts';
import { sameThing } from '../../domain/rights-use.ts';
import type { Output } from '../../messaging/protocol.ts';
import { answerAgain, type Unit } from '../../storage/unit-of-work.ts';
import type { Call, Service } from '../service.ts';
import { readOnce, writeOnce } from '../write-once.ts';
import { base64 } from './base64.ts';
import type { PackedCrop } from './crop-canvas.ts';
import { browserCropParts, itemsOnScreen, takeCrop } from './take-crop.ts';
import { grantOfKeys } from './ugc-effect.ts';

type Taken = Output<'rights.picture'>;
type Of = 'item' | 'answer';

/** One picture of a permission, as our own pages draw it. */
export const getCrop: Service<'rights.crop'> = ({ cropId }, call) =>
  readOnce(call, ['crops'], async (reader) => {
    const crop = await reader.get('crops', cropId);
    if (!crop) return fail('not-found', 'no picture of that id');
    const { type, width, height, bytes } = crop;
    return ok({ type, width, height, data: base64(bytes) });
  });

/** Whether what was said before still leads to a picture. */
const isKept = ({ proof, history }: RightsGrant, cropId: string) =>
  proof?.cropId === cropId || history.some((event) => event.proof?.cropId === cropId);

/** Puts a picture in the place of the one before. Of an answer it waits for the answer to be noted, which names it. */
async function putCrop(unit: Unit, grant: RightsGrant, of: Of, packed: PackedCrop): Promise<string> {
  const id = newId(Date.parse(unit.now));
  const dates = { createdAt: unit.now, updatedAt: unit.now };
  await unit.put('crops', { id, ...dates, grantId: grant.id, ...packed });
  const before = of === 'item' ? grant.cropId : grant.answerCropId;
  if (before !== undefined && !isKept(grant, before)) await unit.remove('crops', before);
  const place = of === 'item' ? { cropId: id } : { answerCropId: id };
  await unit.put('rightsGrants', { ...grant, ...place, updatedAt: unit.now });
  return id;
}

/** Stores a picture that was just taken. The id of the press makes it one, however often it is sent. */
export function keepCrop(
  call: Call,
  { operationId, grantId, of }: { operationId: string; grantId: string; of: Of },
  packed: PackedCrop,
): Promise<Result<Taken>> {
  const plan = {
    type: 'rights.picture',
    operationId,
    stores: ['rightsGrants', 'crops'],
    collections: ['rights'],
  } as const;
  // taking it took a moment: what is written has the time at which it is written
  return writeOnce({ ...call, now: new Date() }, plan, async (unit) => {
    const grant = await unit.get('rightsGrants', grantId);
    if (!grant) return fail('not-found', 'the permission was removed meanwhile');
    const cropId = await putCrop(unit, grant, of, packed);
    await unit.log('rights-changed', grantId);
    return ok({ cropId });
  });
}

/** A picture of the item, or of the answer that the person has on the screen. Only ever on her own press. */
export const pictureOfTab: Service<'rights.picture'> = async ({ operationId, tabId, grantId, of }, call) => {
  const asked = await readOnce(call, ['operations', 'rightsGrants'], async (reader) => {
    const earlier = await reader.get('operations', operationId);
    return ok({ earlier, grant: await reader.get('rightsGrants', grantId) });
  });
  if (!asked.ok) return asked;
  const { earlier, grant } = asked.value;
  if (earlier) return answerAgain<Taken>(earlier, 'rights.picture');
  if (!grant) return fail('not-found', 'no permission of that id');
  let parts: Awaited<ReturnType<typeof browserCropParts>>;
  try {
    parts = await browserCropParts(tabId, call);
  } catch (error) {
    return fail('no-access', String(error));
  }
  const taken = await takeCrop(parts, of === 'item' ? grant.subject.keys : null);
  return taken.ok ? keepCrop(call, { operationId, grantId, of }, taken.value) : taken;
};

/** Takes a picture away. One that belongs to an answer in the history goes from there too. */
export const removeCrop: Service<'rights.remove-crop'> = ({ operationId, grantId, of }, call) =>
  writeOnce<Record<string, never>>(
    call,
    {
      type: 'rights.remove-crop',
      operationId,
      stores: ['rightsGrants', 'crops'],
      collections: ['rights'],
    },
    async (unit) => {
      const grant = await unit.get('rightsGrants', grantId);
      if (!grant) return fail('not-found', 'no permission of that id');
      const { cropId, answerCropId, ...rest } = grant;
      const gone = of === 'item' ? cropId : answerCropId;
      if (gone === undefined) return ok({});
      if (!isKept(grant, gone)) await unit.remove('crops', gone);
      const other = of === 'item' ? { answerCropId } : { cropId };
      const kept = Object.fromEntries(Object.entries(other).filter(([, id]) => id !== undefined));
      await unit.put('rightsGrants', { ...rest, ...kept, updatedAt: unit.now });
      await unit.log('rights-changed', grantId);
      return ok({});
    },
  );

/** Of what a stranger wrote a popup needs a line. */
const lineLength = 140;

/** Permissions of the items on a tab's screen, for the popup's buttons that take their pictures. */
export const rightsOnScreen: Service<'rights.on-screen'> = async ({ tabId }, call) => {
  const any = await readOnce(call, ['rightsGrants'], async (reader) =>
    ok(await reader.edge('rightsGrants', 'stateAt', 'first')),
  );
  if (!any.ok) return any;
  // most pages are looked at by people who have asked nobody yet: nothing is read of them
  const screen = any.value ? await itemsOnScreen(tabId, call) : null;
  if (!screen) return ok(null);
  return readOnce<Output<'rights.on-screen'>>(call, ['rightsGrants'], async (reader) => {
    const found = new Map<string, RightsGrant>();
    for (const { keys } of screen.items) {
      const grant = await grantOfKeys(reader, keys);
      if (grant && sameThing(grant.subject.keys, keys)) found.set(grant.id, grant);
    }
    return ok({
      grants: [...found.values()].map(({ id, state, until, cropId, subject }) => {
        const { keys, author, text } = subject;
        const name = author?.displayName ?? author?.handle;
        return {
          id,
          state,
          keys,
          ...(until === undefined ? {} : { until }),
          ...(cropId === undefined ? {} : { cropId }),
          ...(name === undefined ? {} : { author: name }),
          ...(text === undefined ? {} : { text: text.slice(0, lineLength) }),
        };
      }),
    });
  });
};
