import type { Campaign, Draw } from '../../domain/campaign.ts';
import { platformIds } from '../../domain/platform.ts';
import { erasedLine } from '../../files/draw.ts';
import type { Reader } from '../../storage/reader.ts';
import type { BackupRecord } from '../../storage/restore-step.ts';
import { isSuppressed } from '../../storage/suppressions.ts';
import { plainName, withoutLines, withoutName } from './erase-campaigns.ts';

async function drawOf(reader: Reader, draw: Draw): Promise<Draw> {
  const theirs: boolean[] = [];
  for (const line of draw.list) {
    const [platform = '', handle = ''] = line.split('\t');
    theirs.push(line !== erasedLine && (await isSuppressed(reader, { platform, handle })));
  }
  const keys = new Set<string>();
  for (const key of draw.authorKeys) {
    const [platform, name] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
    const profile = name.startsWith('#') ? { handle: '', stableId: name.slice(1) } : { handle: name };
    if (await isSuppressed(reader, { platform, ...profile })) keys.add(key);
  }
  return theirs.includes(true) || keys.size > 0 ? withoutLines(draw, theirs, (key) => keys.has(key)) : draw;
}

async function campaignOf(reader: Reader, campaign: Campaign): Promise<Campaign> {
  // on which of them somebody works for us is not said
  const platforms = campaign.platforms.length > 0 ? campaign.platforms : platformIds;
  const gone = new Set<string>();
  for (const name of [...campaign.staff, ...(campaign.platformResult?.winners ?? [])].map(plainName))
    for (const platform of platforms)
      if (await isSuppressed(reader, { platform, handle: name })) gone.add(name);
  return withoutName(campaign, gone);
}

/**
 * A record of a backup without the names of people who asked not to be stored, where it is not theirs as a whole: a draw keeps the places of all
 * others, as after an erasing.
 * @param reader over `suppressions`
 */
export async function withoutSuppressedNames(reader: Reader, given: BackupRecord): Promise<BackupRecord> {
  const { store, record } = given;
  if (store === 'draws') return { store, record: await drawOf(reader, record as Draw) };
  if (store === 'campaigns') return { store, record: await campaignOf(reader, record as Campaign) };
  return given;
}
