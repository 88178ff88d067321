import './alerts.css';
import type { Settings } from '../../utils/domain/settings.ts';
import { Field } from '../ui/field.tsx';
import { SeverityChoice } from './alerts-choice.tsx';
import { useSettingsDraft } from './alerts-draft.ts';
import { AlertsNotify } from './alerts-notify.tsx';
import { AlertsRules } from './alerts-rules.tsx';
import { SavedPanel } from './saved-panel.tsx';
import { useT, WatchWords } from './watch/words.tsx';

/** What of the competitor watch calls the person, and how much each change matters. */
export function AlertsSections({ settings }: { settings: Settings }) {
  return (
    <WatchWords market={settings.market}>
      <Alerts settings={settings} />
      <AlertsRules settings={settings} />
    </WatchWords>
  );
}

function Alerts({ settings }: { settings: Settings }) {
  const t = useT();
  const { draft, set, save } = useSettingsDraft(settings);
  return (
    <SavedPanel id="alerts" title={t('alerts_title')} save={save}>
      <p class="soft">{t('alerts_words')}</p>
      <SeverityChoice
        legend={t('alerts_badge')}
        chosen={draft.badgeSeverities}
        onChange={(badgeSeverities) => set({ badgeSeverities })}
      />
      <AlertsNotify settings={draft} set={set} />
      <Field label={t('alerts_stale')} hint={t('alerts_stale_hint')}>
        {(wiring) => (
          <input
            {...wiring}
            class="input alerts-number"
            type="number"
            min={1}
            max={90}
            required
            value={draft.staleDays}
            onChange={({ currentTarget }) => {
              if (currentTarget.reportValidity()) set({ staleDays: currentTarget.valueAsNumber });
            }}
          />
        )}
      </Field>
    </SavedPanel>
  );
}
