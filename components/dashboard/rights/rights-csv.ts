import { localDay } from '../../../utils/domain/day.ts';
import type { RightsGrant } from '../../../utils/domain/rights.ts';
import { mayUseEach, standOf } from '../../../utils/domain/rights-use.ts';
import { writeCsv } from '../../../utils/files/write-csv.ts';
import { scopeList } from './rights-words.ts';
import type { RightsT } from './words.tsx';

/** The list as a table for spreadsheets: days as `YYYY-MM-DD`, times in UTC. One row for each post. */
export function rightsCsv(grants: readonly RightsGrant[], t: RightsT): Blob {
  const today = localDay();
  const titles = [
    t('rights_csv_author'),
    t('rights_filter_platform'),
    t('rights_csv_link'),
    t('rights_csv_state'),
    t('rights_asked_for'),
    t('rights_scopes'),
    t('rights_filter_scope'),
    t('rights_credit'),
    t('rights_from'),
    t('rights_until'),
    t('rights_csv_asked'),
    t('rights_csv_answered'),
    t('rights_quote'),
    t('rights_proof_url'),
    t('rights_in_use'),
    t('rights_note'),
  ];
  const rows = grants.map((grant) => {
    const { subject, proof } = grant;
    const may = mayUseEach(grant, today).filter((use) => use.may);
    return [
      subject.author?.handle ?? '',
      t(`platform_${subject.platform}`),
      subject.url,
      t(`rights_stand_${standOf(grant, today)}`),
      scopeList(grant.askedScopes, t),
      grant.state === 'granted' ? scopeList(grant.scopes, t) : '',
      scopeList(
        may.map(({ scope }) => scope),
        t,
      ),
      grant.creditLine ?? '',
      grant.from ?? '',
      grant.until ?? '',
      grant.askedAt ?? '',
      grant.answeredAt ?? '',
      proof?.quote ?? '',
      proof?.url ?? '',
      scopeList(grant.inUse, t),
      grant.note ?? '',
    ];
  });
  return writeCsv({ titles, widths: [], rows });
}
