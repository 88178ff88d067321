import type { Draw } from '../../../utils/domain/campaign.ts';
import { erasedLine } from '../../../utils/files/draw.ts';
import { javascriptCheck, pythonCheck } from '../../../utils/files/draw-scripts.ts';
import type { Translate } from '../../../utils/i18n/translate.ts';
import type { CampaignKey } from './words.tsx';

/** Names of the two files that belong together: by the day, and by the list's hash. */
export const listName = ({ listHash }: Draw) => `deckhand-draw-${listHash.slice(0, 8)}-list.txt`;
export const proofName = ({ listHash }: Draw) => `deckhand-draw-${listHash.slice(0, 8)}-proof.txt`;

/** Who stands at some places of the list: name, platform and address. */
export function drawnNames({ list }: Draw, places: readonly number[], erased: string): string[] {
  return places.map((place, at) => {
    const line = list[place] ?? erasedLine;
    const [platform = '', name = '', address = ''] = line.split('\t');
    return `${at + 1}. ${line === erasedLine ? erased : `@${name} (${platform}) ${address}`}`;
  });
}

/** A seed as a shell takes it: in single quotes, of which none can stand in it otherwise. */
const quoted = (seed: string) => `'${seed.replaceAll("'", "'\\''")}'`;

/** The text to be published: what was drawn, from what, by which rule, and how anyone computes it again. */
export function proofText(t: Translate<CampaignKey>, campaign: string, draw: Draw): string {
  const { algorithm, at, seed, listHash, list, winners, alternates, unchecked } = draw;
  const erased = t('campaigns_erased');
  const count = winners.length + alternates.length;
  const run = `${listName(draw)} ${quoted(seed)} ${count}`;
  return [
    t('campaigns_proof_title', { name: campaign }),
    '',
    t('campaigns_fact', { name: t('campaigns_proof_drawn_at'), value: at }),
    t('campaigns_fact', { name: t('campaigns_proof_lines'), value: list.length }),
    t('campaigns_fact', { name: t('campaigns_draw_hash'), value: listHash }),
    t('campaigns_fact', { name: t('campaigns_seed'), value: seed }),
    '',
    t('campaigns_winner_list'),
    ...drawnNames(draw, winners, erased),
    ...(alternates.length > 0
      ? ['', t('campaigns_alternate_list'), ...drawnNames(draw, alternates, erased)]
      : []),
    ...(unchecked > 0 ? ['', t('campaigns_proof_unchecked', { count: unchecked })] : []),
    '',
    t('campaigns_proof_rule', { algorithm }),
    '',
    t('campaigns_proof_script_js'),
    `node check.mjs ${run}`,
    '',
    javascriptCheck,
    t('campaigns_proof_script_python'),
    `python3 check.py ${run}`,
    '',
    pythonCheck,
  ].join('\n');
}
