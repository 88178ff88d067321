import { useState } from 'preact/hooks';
import type { Campaign } from '../../../utils/domain/campaign.ts';
import { campaignPhase } from '../../../utils/domain/campaign-phase.ts';
import { randomSeed } from '../../../utils/files/draw.ts';
import { formatTime } from '../../../utils/i18n/format.ts';
import type { DrawRow } from '../../../utils/messaging/protocol/campaigns.ts';
import { useAction } from '../../hooks/use-action.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField, TextField } from '../../ui/field.tsx';
import { EmptyState, ErrorNote, Note } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { CopyButton } from './copy-button.tsx';
import { DrawView } from './draw-view.tsx';
import { useNow } from './phase.tsx';
import { useT } from './words.tsx';

/** Lines of the list that are shown before a draw; all of them are in the file after it. */
const shown = 50;

/** Draws from the entries that are not out, and shows every draw that there was. */
export function DrawPanel({ campaign, draws }: { campaign: Campaign; draws: readonly DrawRow[] }) {
  const t = useT();
  return (
    <>
      <section class="panel" aria-labelledby="campaign-draw">
        <h2 id="campaign-draw">{t('campaigns_part_draw')}</h2>
        <p class="soft">{t('campaigns_draw_words')}</p>
        {draws.length > 0 && <Note>{t('campaigns_draw_again_words')}</Note>}
        <DrawForm campaign={campaign} />
      </section>
      {draws.length > 0 && (
        <section aria-labelledby="campaign-draws" class="campaign-draws">
          <h2 id="campaign-draws">{t('campaigns_draws')}</h2>
          {draws.map((draw, at) => (
            <details key={draw.id} class="more" open={at === 0}>
              <summary>{t('campaigns_draw_at', { date: formatTime(t.locale, draw.at) })}</summary>
              <DrawView campaign={campaign} drawId={draw.id} />
            </details>
          ))}
        </section>
      )}
    </>
  );
}

function DrawForm({ campaign }: { campaign: Campaign }) {
  const t = useT();
  const notify = useNotify();
  const draw = useAction('campaign.draw');
  const [unchecked, setUnchecked] = useState(false);
  const [seed, setSeed] = useState('');
  const [anyway, setAnyway] = useState(false);
  const [tried, setTried] = useState(false);
  const [moved, setMoved] = useState(false);
  const collections = ['campaigns', 'brands', 'creators'] as const;
  const list = useQuery('campaign.draw-list', { campaignId: campaign.id, unchecked }, collections);
  const all = useQuery('campaign.draw-list', { campaignId: campaign.id, unchecked: true }, collections);
  const phase = campaignPhase(campaign, useNow());
  if (list.code && !list.value) return <ErrorNote code={list.code} again={list.again} />;
  const open = all.value?.unchecked ?? 0;
  const choice = open > 0 && (
    <CheckField
      label={t('campaigns_draw_unchecked', { count: open })}
      hint={t('campaigns_draw_unchecked_hint')}
      checked={unchecked}
      onChange={setUnchecked}
    />
  );
  if (!list.value)
    return (
      <>
        {choice}
        <Skeleton lines={6} label={t('loading')} />
      </>
    );
  const { lines, listHash } = list.value;
  if (lines.length === 0)
    return (
      <>
        {choice}
        <EmptyState title={t('campaigns_draw_nobody')}>{t('campaigns_draw_nobody_next')}</EmptyState>
      </>
    );
  const warnings = [
    ...(phase === 'live' ? [t('campaigns_draw_live')] : []),
    ...(phase === 'planned' || phase === 'teaser' ? [t('campaigns_draw_not_begun')] : []),
    ...(lines.length < campaign.winners ? [t('campaigns_draw_few', { count: lines.length })] : []),
  ];
  const run = async () => {
    setTried(true);
    setMoved(false);
    if (!seed.trim() || (warnings.length > 0 && !anyway)) return;
    const result = await draw.run({
      campaignId: campaign.id,
      seed: seed.trim(),
      unchecked,
      listHash,
      anyway: warnings.length > 0,
    });
    setMoved(!result.ok && result.code === 'changed-since');
    if (!result.ok) return;
    setSeed('');
    setTried(false);
    setAnyway(false);
    notify({ text: t('campaigns_drawn') });
  };
  return (
    <div class="form-stack">
      {choice}
      <p>{t('campaigns_draw_lines', { count: lines.length })}</p>
      <div class="campaign-hash">
        <span class="field-label">{t('campaigns_draw_hash')}</span>
        <code>{listHash}</code>
        <CopyButton text={listHash} done={t('campaigns_copied', { what: listHash.slice(0, 12) })}>
          {t('campaigns_copy_hash')}
        </CopyButton>
      </div>
      <details class="more">
        <summary>{t('campaigns_draw_preview')}</summary>
        <ol class="campaign-lines">
          {lines.slice(0, shown).map((line) => (
            <li key={line}>
              <bdi>{line.replaceAll('\t', ' · ')}</bdi>
            </li>
          ))}
        </ol>
        {lines.length > shown && (
          <p class="soft">{t('campaigns_draw_preview_more', { count: lines.length - shown })}</p>
        )}
      </details>
      <div class="campaign-seed">
        <TextField
          label={t('campaigns_seed')}
          hint={t('campaigns_seed_hint')}
          error={tried && !seed.trim() ? t('campaigns_seed_needed') : undefined}
          value={seed}
          maxLength={500}
          onInput={setSeed}
        />
        <Button onClick={() => setSeed(randomSeed(new Date()))}>{t('campaigns_seed_random')}</Button>
      </div>
      {warnings.map((warning) => (
        <Note key={warning} kind="warn">
          {warning}
        </Note>
      ))}
      {warnings.length > 0 && (
        <CheckField label={t('campaigns_draw_anyway')} checked={anyway} onChange={setAnyway} />
      )}
      <div class="form-end">
        <Button
          kind="primary"
          pending={draw.pending}
          disabled={warnings.length > 0 && !anyway}
          onClick={() => void run()}
        >
          {t('campaigns_draw', { winners: campaign.winners, alternates: campaign.alternates })}
        </Button>
      </div>
      {moved && <Note kind="bad">{t('campaigns_draw_changed')}</Note>}
      {draw.failed && !moved && <ErrorNote code={draw.failed} />}
    </div>
  );
}
