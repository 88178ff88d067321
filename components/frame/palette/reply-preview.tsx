import type { RefObject } from 'preact';
import { formatTime } from '../../../utils/i18n/format.ts';
import type { PaletteKey } from '../../../utils/i18n/locales/en/palette.ts';
import type { PaletteContext } from '../../../utils/messaging/protocol/palette.ts';
import type { TemplateList } from '../../../utils/messaging/protocol/templates.ts';
import { nextWording } from '../../../utils/templates/choose-wording.ts';
import type { PreviewPart } from '../../../utils/templates/fill-template.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { useWords } from '../../ui/words.ts';
import { campaignName, campaignOf } from './campaign-replies.ts';
import { FillInForm } from './fill-in-form.tsx';
import { languageName } from './language-name.ts';
import { type Choice, lengthHere, type Prepared } from './prepare-reply.ts';
import { ReplyWarnings } from './reply-warnings.tsx';
import { useVariableName } from './variable-names.tsx';

/** The reply that is about to be inserted: its fields, its text, the same in the operator's language, and what should be known before. */
export function ReplyPreview({
  sectionRef,
  prepared,
  choice,
  context,
  answers,
  refused,
  pending,
  ready,
  onChoice,
  onUse,
}: {
  sectionRef: RefObject<HTMLElement | null>;
  prepared: Prepared;
  choice: Choice;
  context: PaletteContext;
  /** what was last written into the fields of each name */
  answers: TemplateList['answers'];
  /** it was to be inserted, and cannot be yet */
  refused: boolean;
  pending: boolean;
  /** the palette can really be seen */
  ready: boolean;
  onChoice: (choice: Choice) => void;
  onUse: () => void;
}) {
  const t = useWords<PaletteKey>();
  const nameOf = useVariableName();
  const { template, variant, wording, filled, counterpart } = prepared;
  const parts: PreviewPart[] =
    filled.state === 'filled' ? [{ text: filled.text }] : filled.state === 'unresolved' ? filled.preview : [];
  const copies = context.sight.editor !== 'ready';
  const length = filled.state === 'filled' ? lengthHere(filled.text, context) : null;
  const other = nextWording(variant, wording.id);
  const campaign = campaignOf(template);
  return (
    <section ref={sectionRef} class="reply-preview" aria-label={t('palette_preview')}>
      <FillInForm
        fields={[
          ...prepared.fields,
          ...prepared.missing.map((path) => ({ name: path, label: nameOf(path) })),
        ]}
        values={choice.answers}
        remembered={answers}
        onValues={(next) => onChoice({ ...choice, answers: next })}
        onEnter={onUse}
      />
      <div class="preview-head">
        {template.variants.length > 1 ? (
          <select
            class="input variant"
            aria-label={t('palette_language')}
            value={variant.language}
            onChange={(event) =>
              onChoice({ ...choice, language: event.currentTarget.value, wordingId: undefined })
            }
          >
            {template.variants.map(({ language }) => (
              <option key={language} value={language}>
                {languageName(t.locale, language)}
              </option>
            ))}
          </select>
        ) : (
          <span class="soft">
            {campaign ? <bdi>{campaignName(campaign)}</bdi> : languageName(t.locale, variant.language)}
          </span>
        )}
        {other && other.id !== wording.id && (
          <Button
            kind="quiet"
            icon="again"
            onClick={() => onChoice({ ...choice, language: variant.language, wordingId: other.id })}
          >
            {t('palette_other_wording')}
          </Button>
        )}
      </div>
      <section
        class="preview-text"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to by keyboard too
        tabIndex={0}
        aria-label={t('palette_reply')}
        lang={campaign ? undefined : variant.language}
        dir="auto"
      >
        <Parts parts={parts} />
        {filled.state === 'broken' && <Note kind="bad">{t('palette_broken')}</Note>}
      </section>
      {counterpart && (
        <div class="counterpart soft" lang={counterpart.language} dir="auto">
          <Parts parts={counterpart.parts} />
        </div>
      )}
      <ReplyWarnings prepared={prepared} refused={refused} />
      {prepared.usedHere !== null && (
        <Note kind="warn">{t('palette_used_here', { date: formatTime(t.locale, prepared.usedHere) })}</Note>
      )}
      <div class="palette-end">
        <Button
          kind="primary"
          pending={pending}
          disabled={!ready || filled.state === 'broken'}
          onClick={onUse}
        >
          {t(copies ? 'palette_copy' : 'palette_insert')}
        </Button>
        {length && (
          <span class={length.left !== undefined && length.left < 0 ? 'length too-long' : 'length soft'}>
            {length.limit === undefined
              ? t('palette_length', { count: length.length })
              : t('palette_length_of', { count: length.length, limit: length.limit })}
          </span>
        )}
      </div>
    </section>
  );
}

/** A text with what is missing in it marked, by a word and not by colour alone. */
function Parts({ parts }: { parts: readonly PreviewPart[] }) {
  const t = useWords<PaletteKey>();
  const nameOf = useVariableName();
  return (
    <p>
      {parts.map((part, place) =>
        'missing' in part ? (
          <mark key={place}>{t('palette_missing', { name: nameOf(part.missing) })}</mark>
        ) : (
          part.text
        ),
      )}
    </p>
  );
}
