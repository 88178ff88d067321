import type { ComponentChildren } from 'preact';
import { localDay } from '../../../utils/domain/day.ts';
import { formatDay, formatNumber } from '../../../utils/i18n/format.ts';
import { Select } from '../../ui/select.tsx';
import { useT } from '../words.ts';
import { choicesFor, type PreviewRow, type RowAction } from './decisions.ts';
import { StepTable } from './step-table.tsx';

/** The rows as they will be saved. */
export function PreviewTable({
  rows,
  firstLine,
  actionOf,
  onAction,
}: {
  rows: readonly PreviewRow[];
  firstLine: number;
  actionOf: (row: PreviewRow) => RowAction;
  onAction: (line: number, action: RowAction) => void;
}) {
  const t = useT();
  return (
    <StepTable
      heads={[t('importing_row'), t('importing_who'), t('importing_details'), t('importing_what')]}
      rows={rows}
      row={(row) => {
        const number = row.read.line + firstLine - 1;
        const action = actionOf(row);
        return (
          <tr key={row.read.line} class={action === 'skip' ? 'importing-out' : undefined}>
            <th scope="row">{formatNumber(t.locale, number)}</th>
            <td>
              <Who row={row} />
            </td>
            <td>
              <Details row={row} firstLine={firstLine} />
            </td>
            <td>
              <What row={row} />
              {choicesFor(row.state).length > 0 && (
                <Select
                  label={t('importing_action_of', { number })}
                  hideLabel
                  value={action}
                  options={choicesFor(row.state).map((value) => ({
                    value,
                    label: t(`importing_action_${value}`),
                  }))}
                  onChange={(value) => onAction(row.read.line, value)}
                />
              )}
            </td>
          </tr>
        );
      }}
    />
  );
}

function Who({ row: { read } }: { row: PreviewRow }) {
  const t = useT();
  const { displayName, accounts } = read.row;
  return (
    <>
      {displayName && <bdi class="strong">{displayName}</bdi>}
      <ul class="importing-lines">
        {accounts.map((account) => (
          <li key={`${account.platform}:${account.handle}`}>
            {t(`platform_${account.platform}`)} <bdi>@{account.handle}</bdi>
            {account.followers !== undefined && (
              <span class="soft">
                {' · '}
                {t('importing_followers', { count: account.followers })}
                {account.followersRaw !== undefined && ` (${t('rounded')})`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Details({ row: { read }, firstLine }: { row: PreviewRow; firstLine: number }) {
  const t = useT();
  const { emails, phones, tags, role, status, lastContact, nextAction, doNotContact, notes } = read.row;
  const lines: ComponentChildren[] = [
    [role && t(`role_${role}`), status && t(`status_${status}`)].filter(Boolean).join(' · '),
    [...emails, ...phones].join(' · '),
    tags.length > 0 && tags.join(', '),
    lastContact && `${t('last_contact')}: ${formatDay(t.locale, lastContact, localDay())}`,
    nextAction &&
      `${t('next_action')}: ${nextAction.text} · ${formatDay(t.locale, nextAction.due, localDay())}`,
    doNotContact && t('do_not_contact'),
    notes && (notes.length > 120 ? `${notes.slice(0, 120)}…` : notes),
  ].filter(Boolean);
  return (
    <>
      <ul class="importing-lines">
        {lines.map((line, at) => (
          <li key={at}>
            <bdi>{line}</bdi>
          </li>
        ))}
      </ul>
      {read.notes.length > 0 && (
        <ul class="importing-notes">
          {read.notes.map(({ kind, text }, at) => (
            <li key={at}>
              {kind === 'merged'
                ? t('importing_note_merged', { text: Number(text) + firstLine - 1 })
                : t(`importing_note_${kind}`, { text })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function What({ row: { state, match, read } }: { row: PreviewRow }) {
  const t = useT();
  return (
    <p class={`importing-state ${state}`}>
      {read.fault ? t(`importing_fault_row_${read.fault}`) : t(`importing_state_${state}`)}
      {match?.creatorId && match.displayName !== undefined && (
        <>
          {': '}
          <a href={`#/creator/${match.creatorId}`} target="_blank" rel="noreferrer">
            <bdi>{match.displayName}</bdi>
          </a>
        </>
      )}
    </p>
  );
}
