import { useEffect, useState } from 'preact/hooks';
import { defaultSettings } from '../../utils/domain/default-settings.ts';
import type { Settings } from '../../utils/domain/settings.ts';
import { CheckField, Field } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { SeverityChoice } from './alerts-choice.tsx';
import { useSurroundings } from './surroundings.ts';
import { useT } from './watch/words.tsx';

type Set = (changes: Partial<Settings>) => void;

/** Notifications of the browser: off until switched on, and on only while the browser agrees. */
export function AlertsNotify({ settings, set }: { settings: Settings; set: Set }) {
  const t = useT();
  const { requestNotifications, hasNotifications } = useSurroundings();
  /** null while asking */
  const [allowed, setAllowed] = useState<boolean | null>(null);
  const [refused, setRefused] = useState<'denied' | 'missing' | null>(null);
  useEffect(() => {
    const look = () => void hasNotifications().then(setAllowed);
    look();
    // the permission can also be taken away in the browser's own settings, in another tab
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [hasNotifications]);

  const switchOn = async () => {
    setRefused(null);
    // the first thing in the click: browsers ask only then
    const outcome = await requestNotifications();
    setAllowed(outcome === 'granted');
    if (outcome === 'granted') set({ notifications: true });
    else setRefused(outcome);
  };
  const on = settings.notifications && allowed === true;
  return (
    <>
      <CheckField
        label={t('alerts_notify')}
        hint={t('alerts_notify_hint')}
        checked={on}
        disabled={allowed === null}
        onChange={(wanted) => (wanted ? void switchOn() : set({ notifications: false }))}
      />
      {refused && <Note kind="bad">{t(`alerts_notify_${refused}`)}</Note>}
      {settings.notifications && allowed === false && !refused && (
        <Note kind="bad">{t('alerts_notify_gone')}</Note>
      )}
      {on && (
        <div class="alerts-more">
          <SeverityChoice
            legend={t('alerts_notify_which')}
            chosen={settings.notifySeverities}
            onChange={(notifySeverities) => set({ notifySeverities })}
          />
          <Quiet hours={settings.quietHours} set={set} />
        </div>
      )}
    </>
  );
}

function Quiet({ hours, set }: { hours: Settings['quietHours']; set: Set }) {
  const t = useT();
  return (
    <>
      <CheckField
        label={t('alerts_quiet')}
        hint={t('alerts_quiet_hint')}
        checked={hours !== null}
        onChange={(wanted) => set({ quietHours: wanted ? defaultSettings.quietHours : null })}
      />
      {hours && (
        <div class="form-row">
          {(['from', 'until'] as const).map((end) => (
            <Field key={end} label={t(`alerts_quiet_${end}`)}>
              {(wiring) => (
                <input
                  {...wiring}
                  class="input alerts-number"
                  type="time"
                  required
                  value={hours[end]}
                  onChange={({ currentTarget }) => {
                    // an empty time is no time: the field says so itself
                    if (!currentTarget.reportValidity()) return;
                    set({ quietHours: { ...hours, [end]: currentTarget.value.slice(0, 5) } });
                  }}
                />
              )}
            </Field>
          ))}
        </div>
      )}
    </>
  );
}
