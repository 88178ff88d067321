import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { localDay } from '../../../utils/domain/day.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import type { RightsGrant } from '../../../utils/domain/rights.ts';
import type { RightsScope } from '../../../utils/domain/rights-state.ts';
import { isWaiting } from '../../../utils/domain/rights-use.ts';
import { formatList } from '../../../utils/i18n/format.ts';
import { useAction } from '../../hooks/use-action.ts';
import { useTemplates } from '../../hooks/use-templates.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { TextField } from '../../ui/field.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { languageName } from '../templates/language-name.ts';
import { languageOf, loadRequestWords, requestsFor, requestText } from './request-text.ts';
import { ScopeBoxes } from './scope-boxes.tsx';
import { type RightsT, useT } from './words.tsx';

type RequestWords = Awaited<ReturnType<typeof loadRequestWords>>;
const wordless: RequestWords = {};

/** Takes the wordings in turn, so that two people do not read the same. */
const turn = Math.floor(Math.random() * 2);

/** What can be said for these uses in one language, the wording chosen, and its text for this author. */
function useRequest(grant: RightsGrant, scopes: readonly RightsScope[], t: RightsT) {
  const { templates, brand } = useTemplates();
  const [words, setWords] = useState(wordless);
  const [language, setLanguage] = useState(() => languageOf(grant, t.language));
  const [key, setKey] = useState('');
  useEffect(() => {
    let wanted = true;
    void loadRequestWords().then((loaded) => {
      if (wanted) setWords(loaded);
    });
    return () => {
      wanted = false;
    };
  }, []);
  const all = useMemo(() => requestsFor(scopes, templates, words), [scopes, templates, words]);
  const languages = [...new Set(all.map((one) => one.language))];
  // somebody who writes in a language that nothing is written in is asked in English
  const shown = languages.includes(language) ? language : 'en';
  const inLanguage = all.filter((one) => one.language === shown);
  const own = inLanguage.some(({ title }) => title !== undefined);
  const request =
    inLanguage.find((one) => one.key === key) ?? inLanguage[own ? 0 : turn % Math.max(1, inLanguage.length)];
  const made = useMemo(
    () =>
      request && scopes.length > 0
        ? requestText(request, { grant, scopes, brand, words, templates, t })
        : undefined,
    [request, grant, scopes, brand, words, templates, t],
  );
  return { languages, shown, inLanguage, request, made, setLanguage, setKey };
}

/** Asks for permission: which uses, the text to copy, and that it was sent. Deckhand sends nothing. */
export function AskForm({ grant, onDone }: { grant: RightsGrant; onDone: () => void }) {
  const t = useT();
  const notify = useNotify();
  const asked = useAction('rights.asked');
  const form = useRef<HTMLFormElement>(null);
  // it comes a moment after it was opened
  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), []);
  const [scopes, setScopes] = useState<readonly RightsScope[]>(
    isWaiting(grant) ? grant.askedScopes : (['repost'] as const),
  );
  const { languages, shown, inLanguage, request, made, setLanguage, setKey } = useRequest(grant, scopes, t);
  const [edited, setEdited] = useState<{ of: string; text: string } | null>(null);
  const [day, setDay] = useState(localDay);
  const [checked, setChecked] = useState(false);
  const [refused, setRefused] = useState(false);
  const madeText = made?.text ?? '';
  const text = edited?.of === madeText ? edited.text : madeText;
  const missing = (made?.missing ?? []).filter((name) => text.includes(`[${name}]`) || text === '');

  const copy = async () => {
    const copied = await copyText(text);
    setRefused(!copied);
    if (copied) notify({ text: t('rights_copied') });
  };
  const note = async () => {
    setChecked(true);
    if (asked.pending || scopes.length === 0) return;
    const operation = newId();
    const template = request?.title === undefined ? {} : { template: request.title.slice(0, 200) };
    const when = day === localDay() || day === '' ? {} : { day };
    const result = await asked.run(
      { grantId: grant.id, scopes: [...scopes], ...when, ...template },
      operation,
    );
    if (!result.ok) return;
    notify({ text: t('rights_asked_done'), undo: operation });
    onDone();
  };

  return (
    <form
      ref={form}
      class="form-stack"
      onSubmit={(event) => {
        event.preventDefault();
        void note();
      }}
    >
      <p class="soft">{t('rights_ask_words')}</p>
      <ScopeBoxes
        label={t('rights_ask_for')}
        scopes={scopes}
        error={checked && scopes.length === 0 ? t('rights_scope_needed') : undefined}
        onChange={setScopes}
      />
      <div class="form-row">
        <Select
          label={t('rights_ask_language')}
          value={shown}
          options={languages.map((value) => ({ value, label: languageName(value, t.locale) }))}
          onChange={setLanguage}
        />
        <Select
          label={t('rights_ask_wording')}
          value={request?.key ?? ''}
          options={inLanguage.map(({ key: value, title }, index) => ({
            value,
            label: title
              ? t('rights_ask_own', { title })
              : t('rights_ask_wording_number', { number: index + 1 }),
          }))}
          onChange={setKey}
        />
      </div>
      <TextField
        label={t('rights_ask_text')}
        rows={5}
        value={text}
        onInput={(next) => setEdited({ of: madeText, text: next })}
      />
      {missing.length > 0 && (
        <Note kind="warn">{t('rights_ask_blank', { names: formatList(t.locale, missing) })}</Note>
      )}
      <div class="rights-end">
        <Button disabled={text.trim() === '' || missing.length > 0} onClick={() => void copy()}>
          {t('rights_copy_request')}
        </Button>
      </div>
      {refused && <Note kind="bad">{t('rights_copy_failed')}</Note>}
      <TextField label={t('rights_asked_on')} type="date" value={day} onInput={setDay} />
      {asked.failed && <ErrorNote code={asked.failed} />}
      <div class="form-end">
        <Button type="submit" kind="primary" pending={asked.pending}>
          {t('rights_note_asked')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
