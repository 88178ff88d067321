import type { Campaign } from '../../../utils/domain/campaign.ts';
import { localDay } from '../../../utils/domain/day.ts';
import { writeCsv } from '../../../utils/files/write-csv.ts';
import { formatDay, formatNumber, formatTime } from '../../../utils/i18n/format.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { WebLink } from '../person/web-link.tsx';
import { useSurroundings } from '../surroundings.ts';
import { CopyButton } from './copy-button.tsx';
import { reportMarkdown, reportTables } from './report-text.ts';
import { useT } from './words.tsx';

/** What a campaign came to: on the screen, as Markdown and as CSV. */
export function ReportPanel({ campaign }: { campaign: Campaign }) {
  const t = useT();
  const notify = useNotify();
  const { saveFile } = useSurroundings();
  const found = useQuery('campaign.report', { campaignId: campaign.id }, ['campaigns', 'brands', 'creators']);
  const report = found.value;
  if (found.code && !report) return <ErrorNote code={found.code} again={found.again} />;
  if (!report) return <Skeleton lines={8} label={t('loading')} />;
  const tables = reportTables(t, report);
  const { platformResult } = campaign;
  const saveCsv = () => {
    const name = `deckhand-campaign-${campaign.id.slice(0, 8)}.csv`;
    const titles = ['', t('campaigns_report_what'), t('campaigns_report_number')];
    const rows = tables.flatMap((table) => table.rows.map(({ what, number }) => [table.title, what, number]));
    saveFile(name, writeCsv({ titles, widths: [], rows }));
    notify({ text: t('campaigns_proof_saved', { name }) });
  };
  return (
    <section aria-label={t('campaigns_part_report')} class="campaign-report">
      <div class="form-end">
        <CopyButton
          text={reportMarkdown(t, campaign, report)}
          done={t('campaigns_copied', { what: t('campaigns_part_report') })}
        >
          {t('campaigns_report_markdown')}
        </CopyButton>
        <Button onClick={saveCsv}>{t('campaigns_report_csv')}</Button>
      </div>
      <div class="campaign-tables">
        {tables.map(({ title, what, rows }) => (
          <section key={title}>
            <h2>{title}</h2>
            <table class="campaign-table">
              <thead>
                <tr>
                  <th scope="col">{what}</th>
                  <th scope="col">{t('campaigns_report_number')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.what}>
                    <th scope="row">{row.day ? formatDay(t.locale, row.day, localDay()) : row.what}</th>
                    <td>{formatNumber(t.locale, row.number)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
      {platformResult && (
        <section>
          <h2>{t('campaigns_platform_result')}</h2>
          <p>
            <time dateTime={platformResult.at}>{formatTime(t.locale, platformResult.at)}</time>{' '}
            {platformResult.url !== undefined && <WebLink address={platformResult.url} />}
          </p>
          {platformResult.words && <p dir="auto">{platformResult.words}</p>}
          <ul>
            {platformResult.winners.map((name, at) => (
              <li key={at}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}
