import type { CampaignDetails, Entry, SeenEntry } from '../../utils/domain/campaign.ts';
import { itemKeys } from '../../utils/domain/item-keys.ts';
import { newId } from '../../utils/domain/new-id.ts';
import { collectInTab, seenInTab } from '../../utils/services/campaigns/collect-entries.ts';
import { drawCampaign, drawListOf } from '../../utils/services/campaigns/draw-campaign.ts';
import { saveCampaign } from '../../utils/services/campaigns/edit-campaign.ts';
import { listEntries } from '../../utils/services/campaigns/list-campaigns.ts';
import { fakeBrowser } from './fake-imports.ts';
import { good, type Machine } from './memory-notebook.ts';

export const watchPage = 'https://www.youtube.com/watch?v=k3ttleSn0w1';
const popup = { kind: 'popup' } as const;

/** An invented giveaway that is live on the day of `newMachine`. */
export function giveaway(changes: Partial<CampaignDetails> = {}): CampaignDetails {
  return {
    name: 'Winter giveaway',
    code: 'SNOW10',
    prize: 'a kettle',
    liveFrom: '2026-03-09T00:00:00.000Z',
    liveUntil: '2026-03-12T00:00:00.000Z',
    resultAt: '2026-03-14T00:00:00.000Z',
    platforms: ['youtube'],
    posts: [watchPage],
    hashtags: [],
    countries: [],
    staff: [],
    oneEach: true,
    conditions: [],
    winners: 2,
    alternates: 1,
    answers: [{ id: newId(), question: 'Until when?', answer: 'Until {{ Thursday }}, 100% sure' }],
    ...changes,
  };
}

/** An invented comment below the invented video. */
export function seen(
  handle: string,
  text = 'count me in',
  changes: Partial<SeenEntry> & { id?: string } = {},
): SeenEntry {
  const { id = `${handle}-1`, ...rest } = changes;
  return {
    kind: 'comment',
    author: { platform: 'youtube', handle },
    keys: itemKeys({ platform: 'youtube', kind: 'comment', id, author: handle, text }),
    url: `${watchPage}&lc=${id}`,
    text,
    ...rest,
  };
}

/** A stored entry for the rules. */
export function entry(handle: string, text = 'count me in', changes: Partial<Entry> = {}): Entry {
  const { kind: _kind, ...rest } = seen(handle, text);
  const at = '2026-03-10T09:00:00.000Z';
  return {
    id: newId(),
    createdAt: at,
    updatedAt: at,
    campaignId: newId(),
    kind: 'comment',
    ...rest,
    authorKeys: [`youtube:${handle}`],
    byHand: {},
    ...changes,
  };
}

/** Has the tab 3 show these entries. */
export function tabShows(entries: readonly unknown[], url = watchPage): void {
  fakeBrowser.answerFromTab = (message) =>
    (message as { what?: string }).what === 'entries'
      ? { ok: true, value: entries }
      : { ok: true, value: {} };
  fakeBrowser.tabs = [{ id: 3, url }];
}

export const saveIt = async (machine: Machine, changes: Partial<CampaignDetails> = {}, campaignId?: string) =>
  good(
    await saveCampaign(
      { operationId: newId(), details: giveaway(changes), ...(campaignId ? { campaignId } : {}) },
      machine.call(),
    ),
  ).campaignId;

export const collectStep = (machine: Machine, campaignId: string, operationId = newId()) =>
  collectInTab({ operationId, campaignId, tabId: 3 }, machine.call(popup));

export const sightOf = async (machine: Machine) =>
  good(await seenInTab({ tabId: 3 }, machine.call(popup))).campaigns;

export const entriesOf = async (
  machine: Machine,
  campaignId: string,
  view: 'all' | 'eligible' | 'open' | 'out' | 'copied' = 'all',
) => good(await listEntries({ campaignId, view, offset: 0, limit: 200 }, machine.call()));

/** The list as it stands, drawn from. */
export async function drawFrom(
  machine: Machine,
  campaignId: string,
  changes: Partial<Parameters<typeof drawCampaign>[0]> = {},
) {
  const list = good(await drawListOf({ campaignId, unchecked: false }, machine.call()));
  const input = {
    operationId: newId(),
    campaignId,
    seed: 'the number of Friday',
    unchecked: false,
    listHash: list.listHash,
    anyway: true,
  };
  return drawCampaign({ ...input, ...changes }, machine.call());
}
