import { useState } from 'preact/hooks';
import type { Settings } from '../../utils/domain/settings.ts';
import { useAction } from '../hooks/use-action.ts';
import { useQuery } from '../hooks/use-query.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState, ErrorNote } from '../ui/note.tsx';
import { Select } from '../ui/select.tsx';
import { Skeleton } from '../ui/spinner.tsx';
import { useNotify } from '../ui/toast.tsx';
import { BrandForm } from './brand-form.tsx';
import { SavedPanel } from './saved-panel.tsx';
import { useT } from './words.ts';

/** Several brands can be kept; one is current. */
export function BrandsSection({ settings }: { settings: Settings }) {
  const t = useT();
  const notify = useNotify();
  const list = useQuery('brand.list', {}, ['brands', 'settings']);
  const save = useAction('settings.save');
  // the brand whose form is open; 'new' for another one
  const [open, setOpen] = useState<string | null>(null);
  const brands = list.value?.brands ?? [];
  const close = () => {
    setOpen(null);
    notify({ text: t('saved') });
  };
  return (
    <SavedPanel id="brands" title={t('brands_title')} save={save}>
      {list.state === 'loading' && <Skeleton label={t('loading')} />}
      {list.code && <ErrorNote code={list.code} again={list.again} />}
      {list.value && brands.length === 0 && open !== 'new' && (
        <EmptyState title={t('brands_none')}>{t('brands_none_next')}</EmptyState>
      )}
      {brands.length > 1 && (
        <div class="narrow">
          <Select
            label={t('brand_current')}
            hint={t('brand_current_hint')}
            value={settings.currentBrandId ?? ''}
            options={brands.map((brand) => ({ value: brand.id, label: brand.name }))}
            onChange={(currentBrandId) => void save.run({ changes: { currentBrandId } })}
          />
        </div>
      )}
      <ul class="rows">
        {brands.map((brand) => (
          <li key={brand.id} class={open === brand.id ? 'open' : undefined}>
            {open === brand.id ? (
              <BrandForm brand={brand} onSaved={close} onCancel={() => setOpen(null)} />
            ) : (
              <>
                <span class="row-words">
                  <bdi class="strong">{brand.name}</bdi>{' '}
                  {brand.id === settings.currentBrandId && <span class="soft">{t('brand_current')}</span>}
                </span>
                <Button icon="edit" onClick={() => setOpen(brand.id)}>
                  {t('brand_edit', { name: brand.name })}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {open === 'new' ? (
        <BrandForm onSaved={close} onCancel={() => setOpen(null)} />
      ) : (
        list.value && (
          <Button icon="add" onClick={() => setOpen('new')}>
            {t('brand_add')}
          </Button>
        )
      )}
    </SavedPanel>
  );
}
