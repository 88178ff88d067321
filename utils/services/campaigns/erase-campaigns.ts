import type { Campaign, Draw, Entry } from '../../domain/campaign.ts';
import { identityKeys } from '../../domain/creator.ts';
import { erasedLine } from '../../files/draw.ts';
import type { Reader } from '../../storage/reader.ts';
import type { StoreName } from '../../storage/schema.ts';
import type { Unit } from '../../storage/unit-of-work.ts';

/** What a person may stand in. */
export const campaignStores: StoreName[] = ['campaigns', 'entries', 'draws'];

/** Whether a line of a list is one of theirs: by its entry, or by the name on it where the entry went before. */
function isTheirs(
  draw: Draw,
  place: number,
  keys: ReadonlySet<string>,
  entryIds: ReadonlySet<string>,
): boolean {
  if (entryIds.has(draw.entryIds[place] ?? '')) return true;
  const [platform = '', handle = ''] = (draw.list[place] ?? '').split('\t');
  return identityKeys({ platform, handle }).some((key) => keys.has(key));
}

/** A draw without lines of its list: `theirs` says which ones, `isTheirKey` which identity keys. The places of the others stay. */
export function withoutLines(
  draw: Draw,
  theirs: readonly boolean[],
  isTheirKey: (key: string) => boolean,
): Draw {
  return {
    ...draw,
    list: draw.list.map((line, place) => (theirs[place] ? erasedLine : line)),
    entryIds: draw.entryIds.map((id, place) => (theirs[place] ? '' : id)),
    authorKeys: draw.authorKeys.filter((key) => !isTheirKey(key)),
  };
}

/** A name in a campaign's lists as `withoutName` compares it. */
export const plainName = (name: string) => name.trim().replace(/^@/, '').toLowerCase();

/** A campaign without people's names in its lists of names; itself where the name is in none. */
export function withoutName(campaign: Campaign, handles: ReadonlySet<string>): Campaign {
  const staff = campaign.staff.filter((name) => !handles.has(plainName(name)));
  const { platformResult } = campaign;
  const winners = platformResult?.winners.map((name) => (handles.has(plainName(name)) ? erasedLine : name));
  const same =
    staff.length === campaign.staff.length &&
    (winners === undefined || winners.every((name, at) => name === platformResult?.winners[at]));
  if (same) return campaign;
  return {
    ...campaign,
    staff,
    ...(platformResult && winners ? { platformResult: { ...platformResult, winners } } : {}),
  };
}

async function entriesOf(reader: Reader, keys: ReadonlySet<string>): Promise<Entry[]> {
  const lists = await Promise.all([...keys].map((key) => reader.list('entries', 'authorKeys', key)));
  return [...new Map(lists.flat().map((entry) => [entry.id, entry])).values()];
}

async function drawsWith(reader: Reader, keys: ReadonlySet<string>): Promise<Draw[]> {
  const lists = await Promise.all([...keys].map((key) => reader.list('draws', 'authorKeys', key)));
  return [...new Map(lists.flat().map((draw) => [draw.id, draw])).values()];
}

/**
 * Erases a person's entries. On the lists of draws their line becomes `erasedLine`, with nothing that tells who it was, also not to somebody who
 * guesses: no hash of it stays. The places of all others stay, so that who won stays and their order can still be computed; the hash of the whole
 * list can only be checked on a file that was saved before.
 * @param erase takes a record away with no way back
 * @param changed told of records that stay without the person
 */
export async function eraseEntrant(
  unit: Unit,
  keys: ReadonlySet<string>,
  erase: (store: StoreName, id: string) => Promise<void>,
  changed: (store: StoreName, id: string) => void,
): Promise<void> {
  const entries = await entriesOf(unit, keys);
  const entryIds = new Set(entries.map(({ id }) => id));
  for (const draw of await drawsWith(unit, keys)) {
    const theirs = draw.list.map((_line, place) => isTheirs(draw, place, keys, entryIds));
    const left = withoutLines(draw, theirs, (key) => keys.has(key));
    await unit.put('draws', { ...left, updatedAt: unit.now }, 'derived');
    changed('draws', draw.id);
  }
  for (const { id } of entries) await erase('entries', id);
  const handles = new Set([...keys].map((key) => key.slice(key.indexOf(':') + 1)));
  for (const campaign of await unit.all('campaigns')) {
    const without = withoutName(campaign, handles);
    if (without === campaign) continue;
    await unit.put('campaigns', { ...without, updatedAt: unit.now }, 'derived');
    changed('campaigns', campaign.id);
  }
}

/** What is kept of a person in campaigns: entries, and of each draw their own lines with what became of them. */
export async function entrantRecords(
  reader: Reader,
  keys: ReadonlySet<string>,
): Promise<Record<string, unknown[]>> {
  const entries = await entriesOf(reader, keys);
  const entryIds = new Set(entries.map(({ id }) => id));
  const draws = (await drawsWith(reader, keys)).map((draw) => ({
    id: draw.id,
    campaignId: draw.campaignId,
    at: draw.at,
    lines: draw.list.flatMap((line, place) =>
      isTheirs(draw, place, keys, entryIds)
        ? [{ line, won: draw.winners.includes(place), alternate: draw.alternates.includes(place) }]
        : [],
    ),
  }));
  return { ...(entries.length > 0 ? { entries } : {}), ...(draws.length > 0 ? { draws } : {}) };
}
