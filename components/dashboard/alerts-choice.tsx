import { type Severity, severities } from '../../utils/domain/change-kind.ts';
import { CheckField } from '../ui/field.tsx';
import { useT } from './watch/words.tsx';

/** Which grades; the gravest first, in the order in which they are read everywhere. */
export function SeverityChoice({
  legend,
  chosen,
  onChange,
}: {
  legend: string;
  chosen: readonly Severity[];
  onChange: (chosen: Severity[]) => void;
}) {
  const t = useT();
  return (
    <fieldset class="alerts-choice">
      <legend class="field-label">{legend}</legend>
      {[...severities].reverse().map((severity) => (
        <CheckField
          key={severity}
          label={t(`alerts_severity_${severity}`)}
          checked={chosen.includes(severity)}
          onChange={(on) =>
            onChange(severities.filter((each) => (each === severity ? on : chosen.includes(each))))
          }
        />
      ))}
    </fieldset>
  );
}
