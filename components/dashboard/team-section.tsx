import type { Settings } from '../../utils/domain/settings.ts';
import { formatWeekday } from '../../utils/i18n/format.ts';
import { departmentsOf } from '../queue/departments.ts';
import { QueueWords, useT } from '../queue/words.tsx';
import { Field } from '../ui/field.tsx';
import { TagInput } from '../ui/tag-input.tsx';
import { useSettingsDraft } from './alerts-draft.ts';
import { SavedPanel } from './saved-panel.tsx';
import { DaysField } from './team-days.tsx';

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const mostDepartments = 50;

/** When the team works, and whom cases are passed on to. */
export function TeamSection({ settings }: { settings: Settings }) {
  return (
    <QueueWords>
      <Team settings={settings} />
    </QueueWords>
  );
}

function Team({ settings }: { settings: Settings }) {
  const t = useT();
  const { draft, set, save } = useSettingsDraft(settings);
  const { workHours } = draft;
  const hours = (changes: Partial<Settings['workHours']>) => set({ workHours: { ...workHours, ...changes } });
  const clock = (name: 'from' | 'until') => (
    <Field label={t(`team_${name}`)} hint={name === 'until' ? t('team_until_hint') : undefined}>
      {(wiring) => (
        <input
          {...wiring}
          class="input team-clock"
          type="time"
          required
          value={workHours[name]}
          onChange={({ currentTarget }) => {
            // the browser's own words for an empty or a half-written time
            if (currentTarget.reportValidity()) hours({ [name]: currentTarget.value.slice(0, 5) });
          }}
        />
      )}
    </Field>
  );
  return (
    <SavedPanel id="team" title={t('team_title')} save={save}>
      <p class="soft">{t('team_words')}</p>
      <fieldset class="team-weekdays">
        <legend class="field-label">{t('team_weekdays')}</legend>
        {weekdays.map((day) => (
          <label key={day} class="check">
            <input
              type="checkbox"
              checked={workHours.weekdays.includes(day)}
              // a week without a day would be no team
              disabled={workHours.weekdays.length === 1 && workHours.weekdays.includes(day)}
              onChange={({ currentTarget }) =>
                hours({
                  weekdays: weekdays.filter((one) =>
                    one === day ? currentTarget.checked : workHours.weekdays.includes(one),
                  ),
                })
              }
            />
            <span>{formatWeekday(t.locale, day, 'long')}</span>
          </label>
        ))}
      </fieldset>
      <div class="form-row">
        {clock('from')}
        {clock('until')}
      </div>
      <DaysField
        label={t('team_holidays')}
        hint={t('team_holidays_hint')}
        days={workHours.holidays}
        onChange={(holidays) => hours({ holidays })}
      />
      <DaysField
        label={t('team_extra')}
        hint={t('team_extra_hint')}
        days={workHours.extraDays}
        onChange={(extraDays) => hours({ extraDays })}
      />
      <TagInput
        label={t('team_departments')}
        hint={t('team_departments_hint')}
        values={departmentsOf(t, draft)}
        maxLength={100}
        onChange={(departments) => set({ departments: departments.slice(0, mostDepartments) })}
      />
    </SavedPanel>
  );
}
