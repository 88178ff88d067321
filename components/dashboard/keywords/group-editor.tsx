import { useMemo, useState } from 'preact/hooks';
import { severities } from '../../../utils/domain/change-kind.ts';
import type { KeywordGroup, KeywordGroupDetails } from '../../../utils/domain/keyword.ts';
import { keywordKinds, keywordLimits } from '../../../utils/domain/keyword-kinds.ts';
import { tidyWords } from '../../../utils/domain/keyword-words.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import type { Tag } from '../../../utils/domain/tag.ts';
import type { StarterTag } from '../../../utils/domain/tag-effect.ts';
import { useAction } from '../../hooks/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField, TextField } from '../../ui/field.tsx';
import { Note } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { SaveFailed } from './save-failed.tsx';
import { useT } from './words.tsx';

export const newGroup: KeywordGroupDetails = {
  name: '',
  kind: 'other',
  severity: 'medium',
  words: [],
  enabled: true,
};

/** What of a group the operator decides. */
export function detailsOf(group: KeywordGroup): KeywordGroupDetails {
  const { name, kind, language, severity, words, tagId, enabled } = group;
  return {
    name,
    kind,
    severity,
    words,
    enabled,
    ...(language === undefined ? {} : { language }),
    ...(tagId === undefined ? {} : { tagId }),
  };
}

const languages = ['any', 'en', 'zh'] as const;
const none = '';

/** Everything about one group. What cannot be looked for is said while it is written. */
export function GroupEditor({
  details,
  groupId,
  starter,
  tags,
  onDone,
}: {
  details: KeywordGroupDetails;
  /** absent: a new one */
  groupId?: string | undefined;
  /** of a starter list that is read before it is added */
  starter?: { key: string; tag?: StarterTag | undefined } | undefined;
  tags: readonly Tag[];
  onDone: () => void;
}) {
  const t = useT();
  const notify = useNotify();
  const save = useAction('keyword.save');
  const begin = useAction('keyword.starter');
  const [draft, setDraft] = useState(details);
  const [list, setList] = useState(details.words.join('\n'));
  const set = (changes: Partial<KeywordGroupDetails>) => setDraft((before) => ({ ...before, ...changes }));
  const tidy = useMemo(() => tidyWords(list.split('\n')), [list]);
  const offered = tags.filter((tag) => !tag.retired || tag.id === draft.tagId);
  const name = draft.name.trim();

  const submit = async () => {
    if (name === '' || save.pending || begin.pending) return;
    const { language, tagId, ...rest } = draft;
    const written: KeywordGroupDetails = {
      ...rest,
      name,
      words: tidy.words,
      ...(language ? { language } : {}),
      ...(tagId ? { tagId } : {}),
    };
    const operationId = newId();
    const tag = starter?.tag === undefined ? {} : { tag: starter.tag };
    const result = starter
      ? await begin.run({ groups: [{ starter: starter.key, details: written, ...tag }] }, operationId)
      : await save.run({ details: written, ...(groupId ? { groupId } : {}) }, operationId);
    if (!result.ok) return;
    notify({
      text: t(starter ? 'keywords_starter_added' : 'keywords_saved_named', { name }),
      undo: operationId,
    });
    onDone();
  };
  const failed = save.failed ?? begin.failed;

  return (
    <form
      class="form-stack keywords-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div class="form-row">
        <TextField
          label={t('keywords_name')}
          maxLength={100}
          value={draft.name}
          onInput={(text) => set({ name: text })}
        />
        <Select
          label={t('keywords_kind')}
          value={draft.kind}
          options={keywordKinds.map((value) => ({ value, label: t(`keywords_kind_${value}`) }))}
          onChange={(kind) => set({ kind })}
        />
      </div>
      <div class="form-row">
        <Select
          label={t('keywords_severity')}
          value={draft.severity}
          options={severities
            .toReversed()
            .map((value) => ({ value, label: t(`keywords_severity_${value}`) }))}
          onChange={(severity) => set({ severity })}
        />
        <Select
          label={t('keywords_language')}
          value={languages.find((one) => one === draft.language) ?? 'any'}
          options={languages.map((value) => ({ value, label: t(`keywords_language_${value}`) }))}
          onChange={(language) => set({ language: language === 'any' ? undefined : language })}
        />
        {!starter?.tag && (
          <Select
            label={t('keywords_tag')}
            value={draft.tagId ?? none}
            options={[
              { value: none, label: t('keywords_tag_none') },
              ...offered.map((tag) => ({ value: tag.id as string, label: tag.name })),
            ]}
            onChange={(tagId) => set({ tagId: tagId || undefined })}
          />
        )}
      </div>
      <TextField
        label={t('keywords_list')}
        hint={t('keywords_list_hint')}
        rows={Math.min(16, Math.max(6, list.split('\n').length + 1))}
        value={list}
        onInput={setList}
      />
      {tidy.refused.length > 0 && (
        <Note kind="warn">
          {t('keywords_refused')}
          <ul class="bullets">
            {tidy.refused.map(({ word, fault }) => (
              <li key={word}>
                <bdi>{word.slice(0, keywordLimits.word)}</bdi>:{' '}
                {t(`keywords_fault_${fault}`, { count: keywordLimits.word })}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {tidy.merged > 0 && <p class="soft">{t('keywords_merged', { count: tidy.merged })}</p>}
      <CheckField
        label={t('keywords_enabled')}
        checked={draft.enabled}
        onChange={(enabled) => set({ enabled })}
      />
      <div class="form-end">
        <Button type="submit" kind="primary" disabled={name === ''} pending={save.pending || begin.pending}>
          {t(groupId ? 'keywords_save' : 'keywords_add')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
      {failed && <SaveFailed code={failed} />}
    </form>
  );
}
