import { useState } from 'preact/hooks';
import type { Brand, BrandDetails } from '../../utils/domain/brand.ts';
import { useAction } from '../hooks/use-action.ts';
import { Button } from '../ui/button.tsx';
import { CodePicker } from '../ui/code-picker.tsx';
import { TextField } from '../ui/field.tsx';
import { SavedState } from '../ui/saved-state.tsx';
import { TagInput } from '../ui/tag-input.tsx';
import { BrandAccounts } from './brand-accounts.tsx';
import { countryCodes } from './codes.ts';
import { LanguageOrder } from './language-order.tsx';
import { useT } from './words.ts';

const empty: BrandDetails = {
  name: '',
  accounts: [],
  shops: [],
  officialLinks: [],
  hashtags: [],
  countries: [],
  languages: [],
};

/**
 * Who we are. Only the name is needed. A change that arrives meanwhile (an account claimed in the popup) stays: only what was
 * touched here takes its place.
 */
export function BrandForm({
  brand,
  saveLabel,
  onSaved,
  onCancel,
}: {
  /** absent: a new brand */
  brand?: Brand | undefined;
  saveLabel?: string | undefined;
  onSaved?: ((brand: Brand) => void) | undefined;
  onCancel?: (() => void) | undefined;
}) {
  const t = useT();
  const save = useAction('brand.save');
  const [touched, setTouched] = useState<Partial<BrandDetails>>({});
  const [checked, setChecked] = useState(false);
  const details: BrandDetails = { ...empty, ...(brand ? detailsOf(brand) : {}), ...touched };
  const set = <K extends keyof BrandDetails>(key: K, value: BrandDetails[K]) =>
    setTouched((before) => ({ ...before, [key]: value }));
  const submit = async () => {
    setChecked(true);
    if (!details.name.trim()) return;
    const result = await save.run({ ...(brand ? { brandId: brand.id } : {}), details: cleaned(details) });
    if (!result.ok) return;
    setTouched({});
    setChecked(false);
    onSaved?.(result.value);
  };
  const list = (key: 'shops' | 'officialLinks' | 'hashtags', label: string, hint?: string) => (
    <TagInput
      label={label}
      hint={hint}
      values={details[key]}
      maxLength={300}
      onChange={(values) => set(key, values)}
    />
  );

  return (
    <form
      class="form-stack"
      aria-label={brand?.name ?? t('brand_add')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.pending) void submit();
      }}
    >
      <TextField
        label={t('brand_name')}
        value={details.name}
        maxLength={300}
        error={checked && !details.name.trim() ? t('brand_name_needed') : undefined}
        onInput={(value) => set('name', value)}
      />
      <BrandAccounts accounts={details.accounts} onChange={(accounts) => set('accounts', accounts)} />
      {list('shops', t('brand_shops'), t('brand_shops_hint'))}
      {list('hashtags', t('brand_hashtags'))}
      <div class="form-row">
        <LanguageOrder values={details.languages} onChange={(values) => set('languages', values)} />
        <CodePicker
          label={t('brand_countries')}
          choose={t('choose')}
          codes={countryCodes}
          values={details.countries}
          onChange={(values) => set('countries', values)}
        />
      </div>
      <TextField
        label={t('brand_group')}
        value={details.groupLink ?? ''}
        maxLength={300}
        onInput={(value) => set('groupLink', value)}
      />
      <details class="more">
        <summary>{t('more_details')}</summary>
        <div class="form-stack">
          {list('officialLinks', t('brand_links'), t('brand_shops_hint'))}
          <TextField
            label={t('brand_voice')}
            hint={t('brand_voice_hint')}
            rows={3}
            maxLength={2_000}
            value={details.voice ?? ''}
            onInput={(value) => set('voice', value)}
          />
        </div>
      </details>
      <div class="form-end">
        <Button kind="primary" type="submit" pending={save.pending}>
          {saveLabel ?? t('save')}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t('cancel')}</Button>}
        <SavedState {...save} done={save.done && Object.keys(touched).length === 0} />
      </div>
    </form>
  );
}

function detailsOf(brand: Brand): BrandDetails {
  const { id, createdAt, updatedAt, ...details } = brand;
  return details;
}

/** An emptied optional text is left out: the store keeps no empty values. */
function cleaned({ groupLink, voice, ...rest }: BrandDetails): BrandDetails {
  return {
    ...rest,
    name: rest.name.trim(),
    ...(groupLink?.trim() ? { groupLink: groupLink.trim() } : {}),
    ...(voice?.trim() ? { voice: voice.trim() } : {}),
  };
}
