import type { Mute } from '../domain/change.ts';
import type { Change, ChangeKind } from '../domain/change-kind.ts';

/** What one look at a page showed against the look before. Only looks that could be read count. */
export interface Look {
  /** ISO 8601 */
  takenAt: string;
  changes: readonly Pick<Change, 'kind' | 'key' | 'from' | 'to'>[];
}

/** The looks that are remembered: a field that became calm is told of again after so many. */
const window = 10;
/** One change, and one back, may be a change of mind. Fewer looks say nothing. */
const leastLooks = 4;
const flipShare = 0.5;

/** Kinds of one field that undo each other are one field: a price that goes down and up flickers. */
const field: Partial<Record<ChangeKind, string>> = {
  'price-down': 'price',
  'price-up': 'price',
  'promotion-started': 'promotion',
  'promotion-ended': 'promotion',
  'product-new': 'listed',
  'product-gone': 'listed',
  'sold-out': 'stock',
  restocked: 'stock',
  'moved-up': 'place',
  'moved-down': 'place',
};
/** Never muted by themselves: that a page cannot be read must be seen. */
const neverNoisy = new Set<ChangeKind>(['unreadable', 'readable-again']);
/** A text that is another one each time is noise without ever coming back; a price that falls each day is news. */
const restless = new Set<ChangeKind>(['text', 'layout', 'picture', 'moved-up', 'moved-down']);

function fieldOf(kind: ChangeKind): string {
  return field[kind] ?? kind;
}

interface Flips {
  kinds: Map<ChangeKind, string>;
  key: string;
  looks: Set<number>;
  seen: Set<string>;
  returns: number;
}

/**
 * The fields of a page that flicker, as mutes that are shown ("muted as noisy") and that go away by themselves. A field is noisy when it changed
 * on more than half of the last ten looks (at least four): texts, pictures, layout and places by that alone; prices, stock and all other facts
 * only when they also came back to a former value at least twice (A → B → A → B). Three noisy fields of one kind mute the kind, where they are
 * most of what it told. To be asked again after each look; the answer replaces the former noisy mutes.
 * @param looks oldest first
 */
export function noisyFields(looks: readonly Look[]): Mute[] {
  const recent = looks.slice(-window);
  if (recent.length < leastLooks) return [];
  const fields = new Map<string, Flips>();
  recent.forEach(({ takenAt, changes }, index) => {
    for (const { kind, key, from, to } of changes) {
      if (neverNoisy.has(kind)) continue;
      const name = `${fieldOf(kind)}\n${key}`;
      const flips: Flips = fields.get(name) ?? {
        kinds: new Map(),
        key,
        looks: new Set(),
        seen: new Set(),
        returns: 0,
      };
      fields.set(name, flips);
      // a kind that is its own opposite has no values: coming is a return from gone
      const [old, now] = [String(from ?? `not ${kind}`), String(to ?? kind)];
      if (flips.seen.has(now) || (flips.kinds.size > 0 && !flips.kinds.has(kind))) flips.returns++;
      flips.seen.add(old).add(now);
      if (!flips.kinds.has(kind)) flips.kinds.set(kind, takenAt);
      flips.looks.add(index);
    }
  });
  const noisy = [...fields.values()].filter(({ looks: flipped, returns, kinds }) => {
    if (flipped.size <= recent.length * flipShare) return false;
    return returns >= 2 || [...kinds.keys()].every((kind) => restless.has(kind));
  });
  const mutes = noisy.flatMap(({ kinds, key }) =>
    [...kinds].map(([kind, since]): Mute => ({ kind, key, by: 'noisy', since })),
  );
  return withWholeKinds(mutes, fields);
}

const fieldsOfAKind = 3;

function withWholeKinds(mutes: Mute[], fields: ReadonlyMap<string, Flips>): Mute[] {
  const whole = new Map<ChangeKind, string>();
  for (const kind of new Set(mutes.map((mute) => mute.kind))) {
    const muted = mutes.filter((mute) => mute.kind === kind);
    const all = [...fields.values()].filter(({ kinds }) => kinds.has(kind)).length;
    const first = muted.map(({ since }) => since).sort()[0];
    if (restless.has(kind) && muted.length >= fieldsOfAKind && muted.length * 2 > all && first)
      whole.set(kind, first);
  }
  return [
    ...mutes.filter(({ kind }) => !whole.has(kind)),
    ...[...whole].map(([kind, since]): Mute => ({ kind, by: 'noisy', since })),
  ];
}

/** A change with the mute that it falls under. */
export type WeighedChange = Change & { muted?: Mute['by'] };

/**
 * Marks what is muted: listed, but neither counted nor announced. What a person muted stands before what is noisy.
 * @param mutes of the page and its competitor; one without a key is for the whole kind
 */
export function withMutes(changes: readonly Change[], mutes: readonly Mute[]): WeighedChange[] {
  const by = new Map<string, Mute['by']>();
  for (const mute of mutes) {
    const name = mute.key === undefined ? mute.kind : `${mute.kind}\n${mute.key}`;
    if (by.get(name) !== 'person') by.set(name, mute.by);
  }
  return changes.map((change) => {
    const found = [by.get(change.kind), by.get(`${change.kind}\n${change.key}`)];
    const muted = found.includes('person') ? 'person' : found.find(Boolean);
    return muted ? { ...change, muted } : change;
  });
}

/** One click on a change: this kind is not announced any more, of this field or (`all`) of the whole page. Muting twice changes nothing. */
export function mute(
  mutes: readonly Mute[],
  change: Pick<Change, 'kind' | 'key'>,
  all: boolean,
  now: string,
): Mute[] {
  const added: Mute = { kind: change.kind, ...(all ? {} : { key: change.key }), by: 'person', since: now };
  const isThere = mutes.some(
    ({ kind, key, by }) => by === 'person' && kind === added.kind && key === added.key,
  );
  return isThere ? [...mutes] : [...mutes, added];
}

/** The noisy mutes of before replaced by those of now; the person's stay, and a field keeps the time since when it is noisy. */
export function withNoisy(mutes: readonly Mute[], noisy: readonly Mute[]): Mute[] {
  const since = new Map(
    mutes.filter(({ by }) => by === 'noisy').map((each) => [`${each.kind}\n${each.key ?? ''}`, each.since]),
  );
  return [
    ...mutes.filter(({ by }) => by === 'person'),
    ...noisy.map((each) => ({ ...each, since: since.get(`${each.kind}\n${each.key ?? ''}`) ?? each.since })),
  ];
}
