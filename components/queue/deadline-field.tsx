import type { CaseDeadlineChoice } from '../../utils/messaging/protocol/cases.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { type QueueTranslate, useT } from './words.tsx';

/** Deadlines that are offered, as hours and clock: what working days make of them the background knows. */
const offered = [
  '2 clock',
  '4 clock',
  '24 clock',
  '48 clock',
  '4 working',
  '8 working',
  '16 working',
] as const;
export type DeadlineValue = 'same' | 'moment' | (typeof offered)[number];

function words(t: QueueTranslate, value: (typeof offered)[number]): string {
  const [hours = '', clock] = value.split(' ');
  return t(clock === 'working' ? 'queue_hours_working' : 'queue_hours_clock', { count: Number(hours) });
}

/** What a field of the browser takes and gives: local date and time without a zone. */
export function toLocalField(time: string): string {
  const at = new Date(time);
  if (Number.isNaN(at.getTime())) return '';
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
export function fromLocalField(value: string): string | undefined {
  const at = new Date(value);
  return value === '' || Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** What was chosen, as the background takes it; undefined: as it is. */
export function chosenDeadline(value: DeadlineValue, moment: string): CaseDeadlineChoice | undefined {
  if (value === 'same') return undefined;
  if (value === 'moment') {
    const due = fromLocalField(moment);
    return due === undefined ? undefined : { due };
  }
  const [hours, clock] = value.split(' ');
  return { hours: Number(hours), clock: clock === 'working' ? 'working' : 'clock' };
}

/** Date and time in the browser's own field; empty for none. */
export function MomentField({
  label,
  hint,
  value,
  onChange,
}: {
  label: string;
  hint?: string | undefined;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <Field label={label} hint={hint}>
      {(wiring) => (
        <input
          {...wiring}
          class="input"
          type="datetime-local"
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** Until when the customer should have an answer. `same`: what it says where nothing else is chosen. */
export function DeadlineField({
  same,
  value,
  moment,
  onChange,
}: {
  same: string;
  value: DeadlineValue;
  moment: string;
  onChange: (value: DeadlineValue, moment: string) => void;
}) {
  const t = useT();
  return (
    <>
      <Select
        label={t('queue_deadline')}
        value={value}
        options={[
          { value: 'same' as DeadlineValue, label: same },
          ...offered.map((each) => ({ value: each as DeadlineValue, label: words(t, each) })),
          { value: 'moment' as DeadlineValue, label: t('queue_deadline_moment') },
        ]}
        onChange={(next) => onChange(next, moment)}
      />
      {value === 'moment' && (
        <MomentField
          label={t('queue_deadline_at')}
          value={moment}
          onChange={(next) => onChange(value, next)}
        />
      )}
    </>
  );
}
