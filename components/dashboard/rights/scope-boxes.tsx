import { type RightsScope, rightsScopes } from '../../../utils/domain/rights-state.ts';
import { CheckField } from '../../ui/field.tsx';
import { useT } from './words.tsx';

/** The uses to tick, with their question above. */
export function ScopeBoxes({
  label,
  hint,
  error,
  scopes,
  offered = rightsScopes,
  onChange,
}: {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  scopes: readonly RightsScope[];
  offered?: readonly RightsScope[];
  onChange: (scopes: RightsScope[]) => void;
}) {
  const t = useT();
  return (
    <fieldset class="rights-scopes">
      <legend class="field-label">{label}</legend>
      {offered.map((scope) => (
        <CheckField
          key={scope}
          label={t(`rights_scope_${scope}`)}
          checked={scopes.includes(scope)}
          onChange={(on) =>
            onChange(rightsScopes.filter((one) => (one === scope ? on : scopes.includes(one))))
          }
        />
      ))}
      {hint && <p class="field-hint">{hint}</p>}
      {error && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
