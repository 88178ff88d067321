import { campaignPhase } from '../../../utils/domain/campaign-phase.ts';
import type { PlatformId } from '../../../utils/domain/platform.ts';
import type { Template } from '../../../utils/domain/template.ts';
import type { CampaignAnswers } from '../../../utils/messaging/protocol/templates.ts';
import type { Prepared } from './prepare-reply.ts';

/** Which campaign a reply of the list is an answer of: such a reply is no template, and its use is noted nowhere. */
const origins = new WeakMap<Template, CampaignAnswers>();

/** @returns undefined: it is a template */
export const campaignOf = (template: Template): CampaignAnswers | undefined => origins.get(template);

/** What stands beside an answer: the campaign, and the code that customers ask about. */
export const campaignName = ({ name, code }: CampaignAnswers): string =>
  [name, code].filter(Boolean).join(' · ');

function asReply(
  campaign: CampaignAnswers,
  { id, question, answer }: CampaignAnswers['answers'][number],
): Template {
  const at = campaign.updatedAt;
  const reply: Template = {
    id,
    createdAt: at,
    updatedAt: at,
    title: question,
    folder: '',
    tags: [],
    platforms: campaign.platforms,
    // nobody said in which language it is
    variants: [{ language: 'und', wordings: [{ id, text: answer }] }],
    actions: [],
  };
  origins.set(reply, campaign);
  return reply;
}

/** The answers of the campaigns that are live on a platform now, as replies. */
export function campaignReplies(
  campaigns: readonly CampaignAnswers[],
  platform: PlatformId,
  now: Date,
): Template[] {
  return campaigns
    .filter(({ platforms }) => platforms.length === 0 || platforms.includes(platform))
    .filter((campaign) => campaignPhase(campaign, now) === 'live')
    .flatMap((campaign) => campaign.answers.map((answer) => asReply(campaign, answer)));
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

/** Puts the answers that a query finds before everything else. */
export function withCampaigns<Found extends { rows: Template[]; total: number; keys: number }>(
  answers: readonly Template[],
  query: string,
  found: Found,
): Found {
  const wanted = folded(query).trim();
  const fitting = answers.filter((reply) => {
    const campaign = campaignOf(reply);
    const said = [reply.title, reply.variants[0]?.wordings[0]?.text, campaign && campaignName(campaign)];
    return wanted === '' || said.some((text) => text !== undefined && folded(text).includes(wanted));
  });
  if (fitting.length === 0) return found;
  const rows = [...fitting, ...found.rows];
  const keys = wanted === '' ? Math.min(9, rows.length) : found.keys;
  return { ...found, rows, total: found.total + fitting.length, keys };
}

/** An answer stands in the preview as it was written: nothing in it is a variable. */
export function prepareAnswer(template: Template): Prepared | null {
  const [variant] = template.variants;
  const [wording] = variant?.wordings ?? [];
  if (!variant || !wording) return null;
  return {
    template,
    variant,
    fit: 'exact',
    fits: true,
    wording,
    repeats: 'none',
    filled: { state: 'filled', text: wording.text, tabStops: [] },
    fields: [],
    missing: [],
    counterpart: null,
    usedHere: null,
    pace: null,
  };
}
