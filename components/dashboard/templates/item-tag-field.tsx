import { useId } from 'preact/hooks';
import { templateLimits } from '../../../utils/domain/template-limits.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { Field } from '../../ui/field.tsx';
import { useT } from './words.tsx';

const folded = (name: string) => name.trim().normalize('NFC').toLowerCase();

/** The tag that an answered comment gets: one that is there, offered while typing, or a new one; and what follows from it. */
export function ItemTagField({
  tag,
  missing,
  onInput,
}: {
  tag: string;
  missing: boolean;
  onInput: (tag: string) => void;
}) {
  const t = useT();
  const listId = useId();
  const choices = useQuery('tag.choices', {}, ['tags']);
  const tags = (choices.value?.tags ?? []).map((choice) => choice.tag);
  const known = tags.find(({ name }) => folded(name) === folded(tag));
  const hint = () => {
    if (!tag.trim() || !choices.value) return undefined;
    if (!known) return t('templates_action_tag_new');
    return t('templates_action_tag_follows', { effect: t(`templates_effect_${known.effect ?? 'plain'}`) });
  };
  return (
    <Field
      label={t('templates_action_tag')}
      hint={hint()}
      error={missing ? t('templates_action_tag_needed') : undefined}
    >
      {(wiring) => (
        <>
          <input
            {...wiring}
            class="input"
            type="text"
            dir="auto"
            list={listId}
            autocomplete="off"
            maxLength={templateLimits.tag}
            value={tag}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
          <datalist id={listId}>
            {tags
              .filter(({ retired }) => !retired)
              .map(({ id, name }) => (
                <option key={id} value={name} />
              ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
