import { type ChangeKind, changeKinds, severities } from '../../utils/domain/change-kind.ts';
import type { Settings } from '../../utils/domain/settings.ts';
import { defaultSeverities, type SeverityRule } from '../../utils/domain/severity.ts';
import { Button } from '../ui/button.tsx';
import { useSettingsDraft } from './alerts-draft.ts';
import { SavedPanel } from './saved-panel.tsx';
import { useT } from './watch/words.tsx';

/** Kinds that have a percentage: only those can be graded by it. */
const byPercent = new Set(
  changeKinds.filter((kind) => {
    const { mediumFrom, highFrom } = defaultSeverities[kind];
    return mediumFrom !== undefined || highFrom !== undefined;
  }),
);

const same = (a: SeverityRule, b: SeverityRule) =>
  a.base === b.base && a.mediumFrom === b.mediumFrom && a.highFrom === b.highFrom;

/** The rules after one was changed. One that is as Deckhand has it is no rule of the person's any more. */
export function withRule(
  rules: Settings['severityRules'],
  kind: ChangeKind,
  rule: SeverityRule,
): Settings['severityRules'] {
  const { [kind]: _old, ...others } = rules;
  if (same(rule, defaultSeverities[kind])) return others;
  const { base, mediumFrom, highFrom } = rule;
  const own = {
    base,
    ...(mediumFrom === undefined ? {} : { mediumFrom }),
    ...(highFrom === undefined ? {} : { highFrom }),
  };
  return { ...others, [kind]: own };
}

/** The table of what counts as how grave; each cell saves at once. */
export function AlertsRules({ settings }: { settings: Settings }) {
  const t = useT();
  const { draft, set, save } = useSettingsDraft(settings);
  const { severityRules } = draft;
  return (
    <SavedPanel id="alerts-rules" title={t('alerts_rules')} save={save}>
      <p class="soft">{t('alerts_rules_words')}</p>
      <table class="alerts-rules">
        <thead>
          <tr>
            <th scope="col">{t('alerts_rules_kind')}</th>
            <th scope="col">{t('alerts_rules_base')}</th>
            <th scope="col">{t('alerts_rules_medium')}</th>
            <th scope="col">{t('alerts_rules_high')}</th>
          </tr>
        </thead>
        <tbody>
          {changeKinds.map((kind) => (
            <Row
              key={kind}
              kind={kind}
              rule={severityRules[kind] ?? defaultSeverities[kind]}
              changed={severityRules[kind] !== undefined}
              onChange={(rule) => set({ severityRules: withRule(severityRules, kind, rule) })}
            />
          ))}
        </tbody>
      </table>
      <Button disabled={Object.keys(severityRules).length === 0} onClick={() => set({ severityRules: {} })}>
        {t('alerts_rules_reset')}
      </Button>
    </SavedPanel>
  );
}

function Row({
  kind,
  rule,
  changed,
  onChange,
}: {
  kind: ChangeKind;
  rule: SeverityRule;
  changed: boolean;
  onChange: (rule: SeverityRule) => void;
}) {
  const t = useT();
  const words = t(`watch_kind_${kind}`);
  const named = (column: string) => t('alerts_rules_of', { kind: words, column });
  return (
    <tr>
      <th scope="row">
        {words}
        {changed && <span class="soft"> · {t('alerts_rules_changed')}</span>}
      </th>
      <td>
        <select
          class="input"
          aria-label={named(t('alerts_rules_base'))}
          value={rule.base}
          onChange={({ currentTarget }) => {
            const base = severities.find((each) => each === currentTarget.value);
            if (base) onChange({ ...rule, base });
          }}
        >
          {severities.map((severity) => (
            <option key={severity} value={severity}>
              {t(`alerts_severity_${severity}`)}
            </option>
          ))}
        </select>
      </td>
      {(['mediumFrom', 'highFrom'] as const).map((bound) => (
        <td key={bound}>
          {byPercent.has(kind) && (
            <input
              class="input alerts-number"
              type="number"
              min={0.1}
              max={100_000}
              step="any"
              aria-label={named(t(bound === 'mediumFrom' ? 'alerts_rules_medium' : 'alerts_rules_high'))}
              value={rule[bound] ?? ''}
              onChange={({ currentTarget }) => {
                if (!currentTarget.reportValidity()) return;
                const percent = currentTarget.value === '' ? undefined : currentTarget.valueAsNumber;
                onChange({ ...rule, [bound]: percent });
              }}
            />
          )}
        </td>
      ))}
    </tr>
  );
}
