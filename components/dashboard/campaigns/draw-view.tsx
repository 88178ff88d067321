import { useState } from 'preact/hooks';
import type { Campaign } from '../../../utils/domain/campaign.ts';
import { checkDraw, erasedLine, listFile } from '../../../utils/files/draw.ts';
import { formatList } from '../../../utils/i18n/format.ts';
import type { JudgedEntry } from '../../../utils/messaging/protocol/campaigns.ts';
import type { Output } from '../../../utils/messaging/protocol.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { WebLink } from '../person/web-link.tsx';
import { useSurroundings } from '../surroundings.ts';
import { CopyButton } from './copy-button.tsx';
import { drawnNames, listName, proofName, proofText } from './proof-text.ts';
import { openConditions, outWords } from './verdict-words.ts';
import { useT } from './words.tsx';

type Shown = Output<'campaign.draw-get'>;

/** A draw as it was: who won, whom to answer, and the proof that anyone can compute again. */
export function DrawView({ campaign, drawId }: { campaign: Campaign; drawId: string }) {
  const t = useT();
  const found = useQuery('campaign.draw-get', { drawId }, ['campaigns', 'brands', 'creators']);
  if (found.code === 'not-found') return <Note>{t('campaigns_draw_gone')}</Note>;
  return (
    <>
      {found.code && <ErrorNote code={found.code} again={found.again} />}
      {found.state === 'loading' && <Skeleton lines={6} label={t('loading')} />}
      {found.value && (
        <>
          <Drawn shown={found.value} places={found.value.draw.winners} title={t('campaigns_winner_list')} />
          {found.value.draw.alternates.length > 0 && (
            <Drawn
              shown={found.value}
              places={found.value.draw.alternates}
              title={t('campaigns_alternate_list')}
            />
          )}
          <Proof campaign={campaign} shown={found.value} />
        </>
      )}
    </>
  );
}

function Drawn({
  shown: { draw, drawn },
  places,
  title,
}: {
  shown: Shown;
  places: readonly number[];
  title: string;
}) {
  const byId = new Map(drawn.map((row) => [row.entry.id, row]));
  return (
    <>
      <h3>{title}</h3>
      <ol class="campaign-drawn">
        {places.map((place) => (
          <li key={place}>
            <DrawnLine line={draw.list[place] ?? erasedLine} row={byId.get(draw.entryIds[place] ?? '')} />
          </li>
        ))}
      </ol>
    </>
  );
}

function DrawnLine({ line, row }: { line: string; row: JudgedEntry | undefined }) {
  const t = useT();
  if (line === erasedLine) return <span class="soft">{t('campaigns_erased')}</span>;
  const [, name = '', address = ''] = line.split('\t');
  const url = row?.entry.url ?? address.split(' ')[0] ?? '';
  const open = row ? openConditions(t, row.verdict) : [];
  return (
    <>
      <bdi class="campaign-name">@{name}</bdi>{' '}
      <WebLink address={url}>
        {t('campaigns_open_entry')}
        <span class="sr-only"> @{name}</span>
      </WebLink>
      {row?.verdict.out && (
        <span class="campaign-caution">
          {t('campaigns_no_longer_in', { reason: outWords(t, row.verdict.out, row.entry.excluded) })}
        </span>
      )}
      {open.length > 0 && (
        <span class="campaign-caution">
          {t('campaigns_check_first', { conditions: formatList(t.locale, open) })}
        </span>
      )}
    </>
  );
}

function Proof({ campaign, shown: { draw } }: { campaign: Campaign; shown: Shown }) {
  const t = useT();
  const notify = useNotify();
  const { saveFile } = useSurroundings();
  const [checked, setChecked] = useState<ReturnType<typeof checkDraw> | null>(null);
  const text = proofText(t, campaign.name, draw);
  const save = (name: string, content: string) => {
    // as it is: what is hashed has no mark before its first byte
    saveFile(name, new Blob([content], { type: 'text/plain;charset=utf-8' }));
    notify({ text: t('campaigns_proof_saved', { name }) });
  };
  return (
    <section aria-label={t('campaigns_proof')} class="campaign-proof">
      <h3>{t('campaigns_proof')}</h3>
      <p class="soft">{t('campaigns_proof_words')}</p>
      <div class="form-end">
        <CopyButton
          text={drawnNames(draw, draw.winners, t('campaigns_erased')).join('\n')}
          done={t('campaigns_copied', { what: t('campaigns_winner_list') })}
        >
          {t('campaigns_copy_winners')}
        </CopyButton>
        <CopyButton text={text} done={t('campaigns_copied', { what: t('campaigns_proof') })}>
          {t('campaigns_proof_copy')}
        </CopyButton>
        <Button onClick={() => save(listName(draw), listFile(draw.list))}>{t('campaigns_proof_list')}</Button>
        <Button onClick={() => save(proofName(draw), text)}>{t('campaigns_proof_file')}</Button>
        <Button onClick={() => setChecked(checkDraw(draw))}>{t('campaigns_proof_check')}</Button>
      </div>
      {checked && (
        <Note kind={checked === 'differs' ? 'bad' : 'good'}>{t(`campaigns_proof_${checked}`)}</Note>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to by keyboard too */}
      <pre class="campaign-proof-text" tabIndex={0}>
        {text}
      </pre>
    </section>
  );
}
