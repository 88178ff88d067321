import type { SeenItem } from '../../utils/domain/item.ts';
import { itemKeys } from '../../utils/domain/item-keys.ts';
import { newId } from '../../utils/domain/new-id.ts';
import type { RightsGrant } from '../../utils/domain/rights.ts';
import type { Input } from '../../utils/messaging/protocol.ts';
import { tagOneItem } from '../../utils/services/items/handlers.ts';
import { saveTag } from '../../utils/services/items/save-tag.ts';
import { noteAnswer } from '../../utils/services/rights/change-rights.ts';
import { dump, good, type Machine } from './memory-notebook.ts';

/** An invented picture that somebody posted with our pot in it. */
export function photo(changes: Partial<SeenItem> & { id?: string } = {}): SeenItem {
  const { id = 'P1', ...rest } = changes;
  const author = { platform: 'instagram' as const, handle: 'mira.bakes', stableId: '77' };
  const text = 'My new pot!';
  return {
    kind: 'post',
    platform: 'instagram',
    keys: itemKeys({ platform: 'instagram', kind: 'post', id, author: author.handle, text: `${text} ${id}` }),
    url: `https://www.instagram.com/p/${id}/`,
    author,
    text,
    ...rest,
  };
}

/** A tag that makes candidates. */
export async function ugcTag(machine: Machine, name = 'UGC'): Promise<string> {
  const details = { name, colour: 'green', effect: 'ugc' as const };
  return good(await saveTag({ operationId: newId(), details }, machine.call())).id;
}

/** Tags something seen, or takes the tag off again. */
export async function tagged(
  machine: Machine,
  tagId: string,
  item: SeenItem | { itemId: string } = photo(),
  how: 'add' | 'remove' = 'add',
  operationId = newId(),
) {
  const lists = how === 'add' ? { add: [tagId], remove: [] } : { add: [], remove: [tagId] };
  return good(await tagOneItem({ operationId, item, ...lists }, machine.call()));
}

export async function grantsIn(machine: Machine): Promise<RightsGrant[]> {
  return (await dump(machine, ['rightsGrants'])).rightsGrants as RightsGrant[];
}

/** The one permission that there is. */
export async function onlyGrant(machine: Machine): Promise<RightsGrant> {
  const [grant, ...others] = await grantsIn(machine);
  if (!grant || others.length > 0) throw new Error(`${others.length + (grant ? 1 : 0)} permissions`);
  return grant;
}

type Granted = Extract<Input<'rights.answer'>['answer'], { state: 'granted' }>;

/** The author says yes. */
export async function granted(
  machine: Machine,
  grantId: string,
  terms: Partial<Granted> = {},
  operationId = newId(),
) {
  const answer = { state: 'granted' as const, scopes: ['repost' as const], ...terms };
  const proof = { quote: 'Yes, go ahead!' };
  return noteAnswer({ operationId, grantId, answer, proof }, machine.call());
}
