import { type ReplyActionKind, replyActionKinds } from '../../../utils/domain/reply-action.ts';
import { rightsScopes } from '../../../utils/domain/rights-state.ts';
import type { ReplyAction } from '../../../utils/domain/template.ts';
import { templateLimits } from '../../../utils/domain/template-limits.ts';
import { defaultItems } from '../../../utils/domain/vocabulary.ts';
import { CheckField, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { withoutTag } from './details.ts';
import { ItemTagField } from './item-tag-field.tsx';
import type { Draft } from './use-draft.ts';
import { useT } from './words.tsx';

/** An action as it begins when it is switched on. */
const begin: Record<ReplyActionKind, () => ReplyAction> = {
  'note-touch': () => ({ kind: 'note-touch' }),
  'mark-contacted': () => ({ kind: 'mark-contacted' }),
  'tag-creator': () => ({ kind: 'tag-creator', tag: '' }),
  'tag-item': () => ({ kind: 'tag-item', tag: '' }),
  'tick-item': () => ({ kind: 'tick-item', item: 'comments-answered' }),
  'case-held': () => ({ kind: 'case-held' }),
  'ask-rights': () => ({ kind: 'ask-rights', scopes: ['repost'] }),
};

/** What the reply does beside its text, as soon as it stands in the editor. */
export function ActionsField({ draft }: { draft: Draft }) {
  const t = useT();
  const { actions } = draft.details;
  const change = (kind: ReplyActionKind, next: ReplyAction | null) => {
    const others = actions.filter((action) => action.kind !== kind);
    draft.set({ actions: next ? [...others, next] : others });
  };
  return (
    <section class="panel" aria-labelledby="templates-actions">
      <h2 id="templates-actions">{t('templates_actions')}</h2>
      <p class="soft">{t('templates_actions_words')}</p>
      <div class="form-stack">
        {replyActionKinds.map((kind) => {
          const action = actions.find((each) => each.kind === kind);
          return (
            <div key={kind} class="form-stack">
              <CheckField
                label={t(`templates_action_${kind}`)}
                checked={action !== undefined}
                onChange={(on) => change(kind, on ? begin[kind]() : null)}
              />
              {action?.kind === 'tag-creator' && (
                <TextField
                  label={t('templates_action_tag')}
                  value={action.tag}
                  maxLength={templateLimits.tag}
                  error={
                    draft.faults.actions && withoutTag(action) ? t('templates_action_tag_needed') : undefined
                  }
                  onInput={(tag) => change(kind, { kind: 'tag-creator', tag })}
                />
              )}
              {action?.kind === 'tag-item' && (
                <ItemTagField
                  tag={action.tag}
                  missing={draft.faults.actions !== undefined && withoutTag(action)}
                  onInput={(tag) => change(kind, { kind: 'tag-item', tag })}
                />
              )}
              {action?.kind === 'ask-rights' && (
                <fieldset class="plain-group">
                  <legend class="field-label">{t('templates_action_scopes')}</legend>
                  {rightsScopes.map((scope) => (
                    <CheckField
                      key={scope}
                      label={t(`rights_scope_${scope}`)}
                      checked={action.scopes.includes(scope)}
                      onChange={(on) =>
                        change(kind, {
                          kind: 'ask-rights',
                          scopes: rightsScopes.filter((one) =>
                            one === scope ? on : action.scopes.includes(one),
                          ),
                        })
                      }
                    />
                  ))}
                  {action.scopes.length === 0 && (
                    <p class="field-error">{t('templates_action_scopes_needed')}</p>
                  )}
                </fieldset>
              )}
              {action?.kind === 'tick-item' && (
                <Select
                  label={t('templates_action_item')}
                  value={action.item}
                  options={defaultItems.map((value) => ({ value, label: t(`routine_${value}`) }))}
                  onChange={(item) => change(kind, { kind: 'tick-item', item })}
                />
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}
