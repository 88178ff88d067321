import { nowhere } from '../../domain/campaign-kinds.ts';
import { isSuppressed } from '../../storage/suppressions.ts';
import type { Effect } from '../items/effects.ts';
import { putEntry, sameEntry } from './put-entry.ts';
import { liveOn } from './running-campaigns.ts';

/**
 * What is tagged as an entry joins the campaign that is live on its platform. Where none or several are, it belongs to none until the operator
 * says to which. Nobody can be drawn of what is of nobody, or of people who are not stored: of that no entry is made.
 */
export const giveawayEffect: Effect = {
  stores: ['campaigns', 'entries', 'suppressions', 'tags'],
  async put({ unit, item, now }) {
    const { author } = item;
    if (!author || (await isSuppressed(unit, author))) return undefined;
    const live = await liveOn(unit, item.platform, now);
    const campaignId = live.length === 1 ? (live[0]?.id ?? nowhere) : nowhere;
    if (await sameEntry(unit, campaignId, item.keys)) return undefined;
    await putEntry(
      unit,
      {
        kind: item.kind === 'post' ? 'post' : 'comment',
        author,
        keys: item.keys,
        url: item.url,
        text: item.text ?? '',
        ...(item.publishedAt === undefined ? {} : { publishedAt: item.publishedAt }),
      },
      { campaignId, itemId: item.id },
    );
    return undefined;
  },
  async takenOff({ unit, item }) {
    // another tag of the same effect may still be on it
    const others = await Promise.all(item.tagIds.map((id) => unit.get('tags', id)));
    if (others.some((tag) => tag?.effect === 'giveaway')) return;
    const theirs = new Map(
      (await Promise.all(item.keys.map((key) => unit.list('entries', 'keys', key))))
        .flat()
        .filter(({ itemId }) => itemId === item.id)
        .map((entry) => [entry.id, entry]),
    );
    for (const id of theirs.keys()) await unit.remove('entries', id);
  },
};
