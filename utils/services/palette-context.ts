import type { Creator } from '../domain/creator.ts';
import { filterRows } from '../domain/creator-search.ts';
import { localDay } from '../domain/day.ts';
import type { PalettePerson, PaletteSight } from '../domain/palette-sight.ts';
import { fail, ok } from '../domain/result.ts';
import type { PaletteContext } from '../messaging/protocol/palette.ts';
import type { Reader } from '../storage/reader.ts';
import type { StoreName } from '../storage/schema.ts';
import { pageOfRows, rowStores } from './creator-rows.ts';
import { findAccount } from './find-account.ts';
import { openPaletteOf, outsideTab, tabsOf } from './palette-tabs.ts';
import type { Service } from './service.ts';
import { mostUsed, recentUses, rememberedAnswers } from './templates/list-templates.ts';
import { readOnce } from './write-once.ts';

const peopleShown = 20;
/** Rows of the creator list that are searched at once. */
const page = 1_000;

async function personOf(
  reader: Reader,
  creator: Creator | undefined,
  platform: PaletteSight['platform'],
): Promise<PalettePerson | null> {
  if (!creator || creator.deletedAt) return null;
  const accounts = await reader.list('accounts', 'creatorId', creator.id);
  // the account of this platform, for a message is written to that one
  const account = accounts.find((one) => one.platform === platform) ?? accounts[0];
  return {
    creatorId: creator.id,
    displayName: creator.displayName,
    ...(account ? { handle: account.handle, platform: account.platform } : {}),
    status: creator.status,
    ...(account?.facts.followers ? { followers: account.facts.followers.value } : {}),
    ...(creator.lastContact ? { lastContact: creator.lastContact } : {}),
    ...(creator.nextAction ? { nextAction: creator.nextAction } : {}),
    doNotContact: creator.doNotContact,
  };
}

const contextStores: StoreName[] = [
  'creators',
  'accounts',
  'templates',
  'templateUses',
  'fillInAnswers',
  'counters',
];

/** What the palette in this tab was called for, with what the notebook knows about it. */
export const paletteContext: Service<'palette.context'> = async (_input, call) => {
  const tab = await openPaletteOf(call.caller);
  if (!tab) return ok(null);
  const { sight, chosen } = tab;
  const { platform, author, postKey, threadKey } = sight;
  const place = { platform, ...(postKey ? { postKey } : {}), ...(threadKey ? { threadKey } : {}) };
  return readOnce<PaletteContext | null>(call, contextStores, async (reader) => {
    const seen = author && (await findAccount(reader, { platform, ...author })).account?.creatorId;
    const creatorId = chosen === undefined ? seen : (chosen ?? undefined);
    const creator = creatorId === undefined ? undefined : await reader.get('creators', creatorId);
    const offered = async (id: string) => {
      const template = await reader.get('templates', id);
      return template !== undefined && !template.archived && !template.draft;
    };
    const used: string[] = [];
    for (const id of await mostUsed(reader, platform)) {
      if (used.length >= 9) break;
      if (await offered(id)) used.push(id);
    }
    return ok({
      sight,
      person: await personOf(reader, creator, platform),
      chosen: chosen !== undefined,
      mostUsed: used,
      recent: await recentUses(reader, place, call.now),
      answers: await rememberedAnswers(reader),
    });
  });
};

/** Who a message is most likely for: who is due, to whom something was written lately, who came to the notebook last. */
async function likely(reader: Reader, day: string): Promise<Creator[]> {
  const due = await reader.list('creators', 'due', IDBKeyRange.upperBound(day), peopleShown);
  const uses = await reader.newest('templateUses', 'at', null, 50);
  const written = await Promise.all(
    [...new Set(uses.flatMap(({ creatorId }) => creatorId ?? []))].map((id) => reader.get('creators', id)),
  );
  const newest = await reader.newest('creators', null, null, peopleShown);
  const found = new Map<string, Creator>();
  for (const creator of [...due, ...written, ...newest])
    if (creator && !creator.deletedAt && !creator.doNotContact) found.set(creator.id, creator);
  return [...found.values()].slice(0, peopleShown);
}

/** Ids of people that a search finds, newest first. */
async function searched(reader: Reader, query: string, today: string): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | null = null; found.length < peopleShown; ) {
    const { rows, next } = await pageOfRows(reader, after, page);
    found.push(...filterRows(rows, { text: query }, { today, tags: [] }).map(({ id }) => id));
    if (next === null) break;
    after = next;
  }
  return found.slice(0, peopleShown);
}

/** Whom a message may be for. Only where the page cannot tell: next to a comment the frame learns of nobody else. */
export const palettePeople: Service<'palette.people'> = async ({ query }, call) => {
  const tab = await openPaletteOf(call.caller);
  if (tab?.sight.mode !== 'message')
    return fail('forbidden', 'people are asked for where a message is written');
  const { platform } = tab.sight;
  const today = localDay(call.now);
  return readOnce(call, [...rowStores, 'templateUses'], async (reader) => {
    const wanted =
      query.trim() === ''
        ? await likely(reader, today)
        : await Promise.all((await searched(reader, query, today)).map((id) => reader.get('creators', id)));
    const people = await Promise.all(wanted.map((creator) => personOf(reader, creator, platform)));
    return ok({ people: people.filter((person) => person !== null) });
  });
};

/** The person said whom the message is for. */
export const chooseForWhom: Service<'palette.for-whom'> = async ({ creatorId }, call) => {
  const { tabId } = call.caller;
  if (tabId === undefined) return outsideTab;
  const tab = await openPaletteOf(call.caller);
  if (tab?.sight.mode !== 'message') return fail('forbidden', 'the page says whom this is for');
  if (creatorId !== null) {
    const allowed = await readOnce(call, ['creators'], async (reader) => {
      const creator = await reader.get('creators', creatorId);
      if (!creator || creator.deletedAt) return fail('not-found', 'no creator of that id');
      return creator.doNotContact ? fail('forbidden', 'must not be contacted') : ok({});
    });
    if (!allowed.ok) return allowed;
  }
  await tabsOf(call.caller).change(tabId, (before) => before && { ...before, chosen: creatorId });
  // who stands beside the page would have it looked at again at each call of the palette in it
  await call.announce([call.caller.kind === 'frame' ? 'palette' : 'beside']);
  return ok({});
};
