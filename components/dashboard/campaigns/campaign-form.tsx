import { useEffect, useRef } from 'preact/hooks';
import type { Campaign, CampaignDetails } from '../../../utils/domain/campaign.ts';
import { platformIds } from '../../../utils/domain/platform.ts';
import { formatList } from '../../../utils/i18n/format.ts';
import { useAction } from '../../hooks/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { CodePicker } from '../../ui/code-picker.tsx';
import { CheckField, TextField } from '../../ui/field.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { TagInput } from '../../ui/tag-input.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { countryCodes } from '../codes.ts';
import { AnswersField } from './answers-field.tsx';
import { ConditionsField } from './conditions-field.tsx';
import { DateTimeField } from './date-time-field.tsx';
import { NumberField } from './number-field.tsx';
import { PlatformRules } from './platform-rules.tsx';
import { type CampaignDraft, cleaned, limits, useCampaignDraft } from './use-campaign-draft.ts';
import { useT } from './words.tsx';

/** What the operator writes of a campaign. @param stored null: a new one */
export function CampaignForm({
  stored,
  onSaved,
}: {
  stored: Campaign | null;
  onSaved?: (campaignId: string) => void;
}) {
  const t = useT();
  const notify = useNotify();
  const save = useAction('campaign.save');
  const draft = useCampaignDraft(stored);
  const { details, dirty, faults, base } = draft;
  const moved = stored && base && stored.updatedAt !== base.updatedAt ? stored : null;
  /** as it was saved here last */
  const sentAs = useRef<CampaignDetails | null>(null);
  const { take } = draft;
  useEffect(() => {
    // saved here, or nothing was typed here since it was saved elsewhere: it is simply shown
    if (moved && (!dirty || sentAs.current === details)) take(moved);
  }, [moved, dirty, details, take]);

  const submit = async (over?: Campaign) => {
    draft.try();
    if (draft.faulty) return;
    const known = over ?? base;
    const sent = cleaned(details);
    sentAs.current = details;
    const result = await save.run({
      details: sent,
      ...(known ? { campaignId: known.id, seen: known.updatedAt } : {}),
    });
    if (!result.ok) return;
    notify({ text: t('campaigns_saved', { name: sent.name }) });
    onSaved?.(result.value.campaignId);
  };
  return (
    <form
      class="form-stack campaign-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Basics draft={draft} />
      <Where draft={draft} />
      <Rules draft={draft} />
      <AnswersField draft={draft} />
      <TextField
        label={t('campaigns_note')}
        value={details.note ?? ''}
        rows={3}
        maxLength={limits.words}
        onInput={(note) => draft.set({ note })}
      />
      <PlatformRules platforms={details.platforms} />
      {moved && dirty && sentAs.current !== details && (
        <Note
          kind="warn"
          action={
            <>
              <Button onClick={() => draft.take(moved)}>{t('campaigns_take_newer')}</Button>
              <Button onClick={() => void submit(moved)}>{t('campaigns_save_over')}</Button>
            </>
          }
        >
          {t('campaigns_changed_since')}
        </Note>
      )}
      <div class="form-end">
        <Button kind="primary" type="submit" pending={save.pending} disabled={!dirty}>
          {t('campaigns_save')}
        </Button>
        {dirty && <span class="soft">{t('campaigns_unsaved')}</span>}
      </div>
      {faults.name && <Note kind="bad">{t('campaigns_name_needed')}</Note>}
      {save.failed && save.failed !== 'changed-since' && <ErrorNote code={save.failed} />}
    </form>
  );
}

function Basics({ draft }: { draft: CampaignDraft }) {
  const t = useT();
  const { details, faults, set } = draft;
  const wrong = faults.order;
  const late = (name: 'teaserFrom' | 'liveFrom' | 'liveUntil' | 'resultAt') =>
    wrong && wrong[1] === name
      ? t('campaigns_wrong_order', { first: t(`campaigns_${wrong[0]}`), second: t(`campaigns_${name}`) })
      : undefined;
  return (
    <>
      <TextField
        label={t('campaigns_name')}
        value={details.name}
        maxLength={limits.line}
        error={faults.name && t('campaigns_name_needed')}
        onInput={(name) => set({ name })}
      />
      <div class="form-row">
        <TextField
          label={t('campaigns_code')}
          hint={t('campaigns_code_hint')}
          value={details.code ?? ''}
          maxLength={limits.line}
          onInput={(code) => set({ code })}
        />
        <TextField
          label={t('campaigns_prize')}
          value={details.prize ?? ''}
          maxLength={limits.line}
          onInput={(prize) => set({ prize })}
        />
      </div>
      <fieldset class="campaign-group">
        <legend>{t('campaigns_dates')}</legend>
        <p class="field-hint">{t('campaigns_dates_hint')}</p>
        <div class="form-row">
          {(['teaserFrom', 'liveFrom', 'liveUntil', 'resultAt'] as const).map((name) => (
            <DateTimeField
              key={name}
              label={t(`campaigns_${name}`)}
              value={details[name]}
              error={late(name)}
              onChange={(time) => set({ [name]: time })}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

function Where({ draft }: { draft: CampaignDraft }) {
  const t = useT();
  const { details, faults, set } = draft;
  return (
    <fieldset class="campaign-group">
      <legend>{t('campaigns_where')}</legend>
      <details class="more">
        <summary>
          {t('campaigns_platforms')}
          {' · '}
          {details.platforms.length === 0
            ? t('campaigns_platforms_all')
            : formatList(
                t.locale,
                details.platforms.map((platform) => t(`platform_${platform}`)),
              )}
        </summary>
        <fieldset class="campaign-sites">
          <legend class="soft">{t('campaigns_platforms_hint')}</legend>
          {platformIds.map((platform) => (
            <label key={platform} class="check">
              <input
                type="checkbox"
                checked={details.platforms.includes(platform)}
                onChange={(event) =>
                  set({
                    platforms: platformIds.filter((id) =>
                      id === platform ? event.currentTarget.checked : details.platforms.includes(id),
                    ),
                  })
                }
              />
              <span>{t(`platform_${platform}`)}</span>
            </label>
          ))}
        </fieldset>
      </details>
      <TagInput
        label={t('campaigns_posts')}
        hint={t('campaigns_posts_hint')}
        error={faults.posts === undefined ? undefined : t('campaigns_posts_wrong', { address: faults.posts })}
        values={details.posts}
        maxLength={8_000}
        onChange={(posts) => set({ posts: posts.slice(0, 50) })}
      />
      <TagInput
        label={t('campaigns_hashtags')}
        hint={t('campaigns_hashtags_hint')}
        values={details.hashtags}
        maxLength={limits.line}
        onChange={(hashtags) => set({ hashtags: hashtags.slice(0, 20) })}
      />
    </fieldset>
  );
}

function Rules({ draft }: { draft: CampaignDraft }) {
  const t = useT();
  const { details, faults, set } = draft;
  const number = (from: number, to: number) => t('campaigns_number_wrong', { from, to });
  return (
    <>
      <fieldset class="campaign-group">
        <legend>{t('campaigns_rules')}</legend>
        <div class="form-row">
          <NumberField
            label={t('campaigns_winners')}
            value={details.winners}
            min={1}
            max={limits.winners}
            error={faults.winners && number(1, limits.winners)}
            onChange={(winners) => set({ winners })}
          />
          <NumberField
            label={t('campaigns_alternates')}
            value={details.alternates}
            min={0}
            max={limits.alternates}
            error={faults.alternates && number(0, limits.alternates)}
            onChange={(alternates) => set({ alternates })}
          />
        </div>
        <CheckField
          label={t('campaigns_one_each')}
          checked={details.oneEach}
          onChange={(oneEach) => set({ oneEach })}
        />
        <TagInput
          label={t('campaigns_staff')}
          hint={t('campaigns_staff_hint')}
          values={details.staff}
          maxLength={limits.line}
          onChange={(staff) => set({ staff: staff.slice(0, 200) })}
        />
        <CodePicker
          label={t('campaigns_countries')}
          choose={t('campaigns_countries_choose')}
          codes={countryCodes}
          values={details.countries}
          onChange={(countries) => set({ countries })}
        />
        <p class="field-hint">{t('campaigns_countries_hint')}</p>
      </fieldset>
      <ConditionsField draft={draft} />
    </>
  );
}
