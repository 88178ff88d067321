import { collectInTab, seenInTab } from './collect-entries.ts';
import { drawCampaign, drawListOf, getDraw } from './draw-campaign.ts';
import {
  assignEntries,
  editEntry,
  removeCampaign,
  saveCampaign,
  savePlatformResult,
} from './edit-campaign.ts';
import { getCampaign, listCampaigns, listEntries, listUnassigned } from './list-campaigns.ts';
import { reportCampaign } from './report-campaign.ts';

/** What answers the messages about: campaigns and giveaways. Part of the one list in `services/handlers.ts`. */
export const campaignHandlers = {
  'campaign.list': listCampaigns,
  'campaign.get': getCampaign,
  'campaign.save': saveCampaign,
  'campaign.remove': removeCampaign,
  'campaign.platform-result': savePlatformResult,
  'campaign.entries': listEntries,
  'campaign.entry-edit': editEntry,
  'campaign.unassigned': listUnassigned,
  'campaign.assign': assignEntries,
  'campaign.seen': seenInTab,
  'campaign.collect': collectInTab,
  'campaign.draw-list': drawListOf,
  'campaign.draw': drawCampaign,
  'campaign.draw-get': getDraw,
  'campaign.report': reportCampaign,
};
