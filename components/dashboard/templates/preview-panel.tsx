import { useId, useMemo, useState } from 'preact/hooks';
import type { TemplateDetails, Variant } from '../../../utils/domain/template.ts';
import { chooseVariant, counterpart, sameWording } from '../../../utils/templates/choose-variant.ts';
import { useRecentPeople } from '../../hooks/use-recent-people.ts';
import { useSeenComments } from '../../hooks/use-seen-comments.ts';
import type { Templates } from '../../hooks/use-templates.ts';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { languageName } from './language-name.ts';
import { LengthList } from './length-list.tsx';
import { previewContext } from './preview-context.ts';
import { PreviewForField, previewFor } from './preview-for.tsx';
import { PreviewText } from './preview-text.tsx';
import type { Shown } from './template-editor.tsx';
import { useLanguageTools } from './use-language-tools.ts';
import { useT } from './words.tsx';
import { workingLanguage } from './working-language.ts';

const none: readonly never[] = [];

/** What the text being written comes out as, for somebody real where there is one, and its counterpart in the working language. */
export function PreviewPanel({
  details,
  shown,
  list,
}: {
  details: TemplateDetails;
  shown: Shown;
  list: Templates;
}) {
  const t = useT();
  const tools = useLanguageTools();
  const people = useRecentPeople();
  const comments = useSeenComments();
  const heading = useId();
  const [chosen, setChosen] = useState('');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [now] = useState(() => new Date());
  const variant = details.variants[shown.variant] ?? details.variants[0];
  const wording = variant?.wordings[shown.wording] ?? variant?.wordings[0];
  const { comment, person } = previewFor(chosen, comments ?? none, people);

  const context = useMemo(
    () => previewContext(t, list.brand, { comment, person }),
    [t, list.brand, comment, person],
  );
  const text = wording?.text ?? '';
  const asked = useMemo(
    () =>
      tools && variant ? tools.askedFields(text, tools.snippetsOf(list.templates, variant.language)) : [],
    [tools, text, variant, list.templates],
  );
  const answers = useMemo(
    () =>
      Object.fromEntries(
        asked.flatMap(({ name }) => {
          const value = typed[name] ?? list.answers[name]?.[0];
          return value ? [[name, value]] : [];
        }),
      ),
    [asked, typed, list.answers],
  );
  const fill = (source: string, language: string) =>
    tools?.fillText(source, context, {
      language,
      now,
      snippets: tools.snippetsOf(list.templates, language),
      answers,
    });
  const other: Variant | null = variant
    ? counterpart(details.variants, variant, workingLanguage(t.language))
    : null;
  const otherWording = other && variant && wording ? sameWording(variant, wording.id, other) : undefined;
  const fitting = chooseVariant(details.variants, workingLanguage(t.language), []);
  const filled = variant && text ? fill(text, variant.language) : undefined;

  return (
    <section class="panel templates-preview" aria-labelledby={heading}>
      <h2 id={heading}>{t('templates_preview')}</h2>
      <PreviewForField
        shown={{ comment, person }}
        comments={comments ?? none}
        people={people}
        onChoose={setChosen}
      />
      {asked.map(({ name, label, options }) => (
        <Asked
          key={name}
          label={t('templates_ask', { name: label })}
          options={options}
          value={answers[name] ?? ''}
          onInput={(value) => setTyped((before) => ({ ...before, [name]: value }))}
        />
      ))}
      {!text && <p class="soft">{t('templates_preview_empty')}</p>}
      {variant && filled && <PreviewText filled={filled} language={variant.language} />}
      {filled?.state === 'filled' && <LengthList text={filled.text} platforms={details.platforms} />}
      {other && otherWording?.text && (
        <div class="templates-counterpart">
          <p class="soft">{t('templates_counterpart', { name: languageName(other.language, t.locale) })}</p>
          <PreviewText filled={fill(otherWording.text, other.language)} language={other.language} />
        </div>
      )}
      {variant && text && !other && fitting?.fits === false && (
        <p class="soft">
          {t('templates_no_counterpart', { name: languageName(workingLanguage(t.language), t.locale) })}
        </p>
      )}
    </section>
  );
}

function Asked({
  label,
  options,
  value,
  onInput,
}: {
  label: string;
  options: string[] | undefined;
  value: string;
  onInput: (value: string) => void;
}) {
  const t = useT();
  if (!options) return <TextField label={label} value={value} maxLength={2_000} onInput={onInput} />;
  return (
    <Select
      label={label}
      value={value}
      options={[
        { value: '', label: t('choose') },
        ...options.map((option) => ({ value: option, label: option })),
      ]}
      onChange={onInput}
    />
  );
}
