import type { DBSchema } from 'idb';
import {
  type Campaign,
  campaignSchema,
  type Draw,
  drawSchema,
  type Entry,
  entrySchema,
} from '../domain/campaign.ts';
import { type Case, caseSchema } from '../domain/case.ts';
import { type Fan, type FanPoint, fanPointSchema, fanSchema } from '../domain/fan.ts';
import { type Item, itemSchema } from '../domain/item.ts';
import {
  type KeywordGroup,
  type KeywordHit,
  keywordGroupSchema,
  keywordHitSchema,
} from '../domain/keyword.ts';
import { type SavedPlace, savedPlaceSchema } from '../domain/place.ts';
import { type Crop, cropSchema, type RightsGrant, rightsGrantSchema } from '../domain/rights.ts';

/** Stores of what tags are put on and of what follows from them: part of the one schema in `schema.ts`. */
export interface TaggingStores extends DBSchema {
  items: {
    key: string;
    value: Item;
    indexes: {
      keys: string;
      tagIds: string;
      /** `<tag id> <time>` */
      taggedWith: string;
      authorKeys: string;
      spamKeys: string;
      taggedAt: string;
      spamOpen: string;
      spamDone: string;
    };
  };
  cases: {
    key: string;
    value: Case;
    indexes: {
      openDue: string;
      openOrder: string;
      closedAt: string;
      itemId: string;
      authorKeys: string;
      measuredAt: string;
    };
  };
  keywordGroups: { key: string; value: KeywordGroup };
  keywordHits: {
    key: string;
    value: KeywordHit;
    indexes: { hitKey: string; groupDay: [string, string]; at: string };
  };
  rightsGrants: {
    key: string;
    value: RightsGrant;
    indexes: {
      itemId: string;
      keys: string;
      stateAt: [string, string];
      until: string;
      askedAt: string;
      authorKeys: string;
    };
  };
  crops: { key: string; value: Crop; indexes: { grantId: string } };
  fans: {
    key: string;
    value: Fan;
    indexes: { keys: string; pointsLast: [number, string]; lastAt: string; gaveAt: string };
  };
  fanPoints: {
    key: string;
    value: FanPoint;
    indexes: { fanAt: [string, string]; sourceId: string; at: string };
  };
  campaigns: { key: string; value: Campaign };
  entries: { key: string; value: Entry; indexes: { campaignId: string; keys: string; authorKeys: string } };
  draws: { key: string; value: Draw; indexes: { campaignId: string; authorKeys: string } };
  places: { key: string; value: SavedPlace; indexes: { position: number } };
}

export const taggingSchemas = {
  items: itemSchema,
  cases: caseSchema,
  keywordGroups: keywordGroupSchema,
  keywordHits: keywordHitSchema,
  rightsGrants: rightsGrantSchema,
  crops: cropSchema,
  fans: fanSchema,
  fanPoints: fanPointSchema,
  campaigns: campaignSchema,
  entries: entrySchema,
  draws: drawSchema,
  places: savedPlaceSchema,
};

/** Of them the small ones, which the rolling second copy holds. */
export const copiedTaggingStores = [
  'items',
  'cases',
  'keywordGroups',
  'rightsGrants',
  'fans',
  'campaigns',
  'entries',
  'draws',
  'places',
] as const;

/** What a backup holds beside them. Pictures of strangers' posts stay out of files, as those of snapshots do. */
export const backedUpTaggingStores = ['fanPoints', 'keywordHits'] as const;
