import { useState } from 'preact/hooks';
import type { ConditionResult, EntryCondition } from '../../../utils/domain/campaign-kinds.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import type { JudgedEntry } from '../../../utils/messaging/protocol/campaigns.ts';
import { useAction } from '../../hooks/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { countryCodes } from '../codes.ts';
import { WebLink } from '../person/web-link.tsx';
import { EntryWords } from './entry-words.tsx';
import { checkWords, outWords } from './verdict-words.ts';
import { useT } from './words.tsx';

/** One entry with its verdict and the reasons; what no page shows is decided here by hand. */
export function EntryRow({ row, countries }: { row: JudgedEntry; countries: readonly string[] }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { entry, verdict } = row;
  const name = entry.author.displayName ?? entry.author.handle;
  const id = `entry-${entry.id}`;
  return (
    <li class="campaign-entry">
      <div class="row-words">
        <EntryWords entry={entry} />
        <ul class="campaign-checks">
          {verdict.out && <li>{outWords(t, verdict.out, entry.excluded)}</li>}
          {verdict.checks.map((check, at) => (
            <li key={at} class={check.result}>
              {checkWords(t, check)}
            </li>
          ))}
          {verdict.copies > 0 && <li>{t('campaigns_copies', { count: verdict.copies })}</li>}
        </ul>
        <p class="campaign-entry-end">
          <span class={`campaign-state ${verdict.state}`}>{t(`campaigns_state_${verdict.state}`)}</span>
          <WebLink address={entry.url}>
            {t('campaigns_open_entry')}
            <span class="sr-only"> {name}</span>
          </WebLink>
          <Button
            kind="quiet"
            expanded={open}
            controls={id}
            label={t('campaigns_edit_entry_named', { name })}
            onClick={() => setOpen(!open)}
          >
            {t('campaigns_edit_entry')}
          </Button>
        </p>
        {open && (
          <div id={id} class="campaign-decide">
            <Decide row={row} name={name} countries={countries} />
          </div>
        )}
      </div>
    </li>
  );
}

const looked = ['none', 'passed', 'failed'] as const;

function Decide({
  row: { entry, verdict },
  name,
  countries,
}: {
  row: JudgedEntry;
  name: string;
  countries: readonly string[];
}) {
  const t = useT();
  const notify = useNotify();
  const edit = useAction('campaign.entry-edit');
  const [reason, setReason] = useState(entry.excluded ?? '');
  const conditions = [...new Set(verdict.checks.map(({ condition }) => condition))].filter(
    (condition) => condition !== 'country' || countries.length === 0,
  );
  const save = (changes: Parameters<typeof edit.run>[0]['changes'], operationId = newId()) =>
    edit.run({ entryId: entry.id, changes }, operationId);
  const byHand = (condition: EntryCondition, value: (typeof looked)[number]) => {
    const result: ConditionResult | null = value === 'none' ? null : value;
    void save({ byHand: { [condition]: result } });
  };
  const takeOut = async (excluded: string | null) => {
    const operationId = newId();
    const result = await save({ excluded }, operationId);
    if (!result.ok) return;
    const text = t(excluded === null ? 'campaigns_included_done' : 'campaigns_excluded_done', { name });
    notify({ text, undo: operationId });
  };
  const regions = new Intl.DisplayNames(t.locale, { type: 'region', fallback: 'code' });
  const offered = [...new Set([...countries, ...countryCodes, ...(entry.country ? [entry.country] : [])])];
  return (
    <>
      <div class="form-row">
        {conditions.map((condition) => {
          const now = entry.byHand[condition];
          return (
            <Select
              key={condition}
              label={t('campaigns_by_hand', { condition: t(`campaigns_condition_${condition}`) })}
              value={now === 'passed' || now === 'failed' ? now : 'none'}
              options={looked.map((value) => ({ value, label: t(`campaigns_by_hand_${value}`) }))}
              onChange={(value) => byHand(condition, value)}
            />
          );
        })}
        {countries.length > 0 && (
          <Select
            label={t('campaigns_country')}
            value={entry.country ?? ''}
            options={[
              { value: '', label: t('campaigns_country_unknown') },
              ...offered.map((value) => ({ value, label: regions.of(value) ?? value })),
            ]}
            onChange={(country) => void save({ country: country || null })}
          />
        )}
      </div>
      <div class="form-end">
        {entry.excluded === undefined ? (
          <>
            <TextField
              label={t('campaigns_exclude_reason')}
              value={reason}
              maxLength={300}
              onInput={setReason}
              onEnter={() => reason.trim() && void takeOut(reason.trim())}
            />
            <Button
              kind="danger"
              pending={edit.pending}
              disabled={!reason.trim()}
              onClick={() => void takeOut(reason.trim())}
            >
              {t('campaigns_exclude')}
            </Button>
          </>
        ) : (
          <Button pending={edit.pending} onClick={() => void takeOut(null)}>
            {t('campaigns_include')}
          </Button>
        )}
      </div>
      {edit.failed && <ErrorNote code={edit.failed} />}
    </>
  );
}
