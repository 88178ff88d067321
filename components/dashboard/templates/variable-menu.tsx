import { useState } from 'preact/hooks';
import type { Template } from '../../../utils/domain/template.ts';
import { askFor, insertOf, variableGroups, variables } from '../../../utils/templates/variables.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { Menu } from '../creators/menu.tsx';
import { variableWords } from './variable-words.ts';
import { useT } from './words.tsx';

interface Props {
  onInsert: (source: string) => void;
  templates: readonly Template[];
  /** shortcut of the template itself */
  own: string | undefined;
}

/** What can be put into a text beside words. */
export function VariableMenu(props: Props) {
  const t = useT();
  return (
    <Menu label={t('templates_insert')} icon="add">
      {(close) => (
        <Choices
          {...props}
          onInsert={(source) => {
            close();
            props.onInsert(source);
          }}
        />
      )}
    </Menu>
  );
}

function Choices({ onInsert, templates, own }: Props) {
  const t = useT();
  return (
    <div class="templates-variables">
      {variableGroups.map((group) => (
        <fieldset key={group}>
          <legend>{t(`template_group_${group}`)}</legend>
          {variables
            .filter((variable) => variable.group === group)
            .map((variable) => (
              <button
                key={variable.path}
                type="button"
                class="templates-chip known templates-choice"
                onClick={() => onInsert(insertOf(variable))}
              >
                {variableWords(variable.path, t)}
              </button>
            ))}
        </fieldset>
      ))}
      <AskField onInsert={onInsert} />
      <details class="more">
        <summary>{t('templates_advanced')}</summary>
        <Advanced onInsert={onInsert} templates={templates} own={own} />
      </details>
    </div>
  );
}

/** Something that is asked each time before the reply is inserted. */
function AskField({ onInsert }: Pick<Props, 'onInsert'>) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const take = () => name && onInsert(askFor(name));
  return (
    <div class="templates-chip-options">
      <TextField
        label={t('templates_ask_label')}
        hint={t('templates_ask_hint')}
        value={typed}
        maxLength={60}
        onInput={setTyped}
        onEnter={take}
      />
      <Button disabled={!name} onClick={take}>
        {t('add')}
      </Button>
    </div>
  );
}

/** Places and conditions, for those who know what they want. */
function Advanced({ onInsert, templates, own }: Props) {
  const t = useT();
  const snippets = templates.filter(({ shortcut, archived }) => shortcut && shortcut !== own && !archived);
  const plain: [key: 'cursor' | 'stop' | 'date' | 'workday' | 'condition' | 'else', source: string][] = [
    ['cursor', '{{ cursor }}'],
    ['stop', '{{ tabstop }}'],
    ['date', '{{ today | add_days: 3 }}'],
    ['workday', '{{ today | add_workdays: 3 }}'],
    ['condition', '{% if product.title %}{% endif %}'],
    ['else', '{% if person.first_name %}{% else %}{% endif %}'],
  ];
  return (
    <div class="templates-advanced">
      {plain.map(([key, source]) => (
        <button key={key} type="button" class="button quiet" onClick={() => onInsert(source)}>
          {t(`templates_advanced_${key}`)}
        </button>
      ))}
      {snippets.length > 0 && (
        <Select
          label={t('templates_advanced_snippet')}
          value=""
          options={[
            { value: '', label: t('choose') },
            ...snippets.map(({ shortcut = '', title }) => ({ value: shortcut, label: title })),
          ]}
          onChange={(name) => name && onInsert(`{% render '${name}' %}`)}
        />
      )}
    </div>
  );
}
