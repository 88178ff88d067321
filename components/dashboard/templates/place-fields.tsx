import { useId, useMemo } from 'preact/hooks';
import { platformIds } from '../../../utils/domain/platform.ts';
import type { Template } from '../../../utils/domain/template.ts';
import { templateLimits } from '../../../utils/domain/template-limits.ts';
import { formatList } from '../../../utils/i18n/format.ts';
import { Field, TextField } from '../../ui/field.tsx';
import { TagInput } from '../../ui/tag-input.tsx';
import { allFolders } from './list-rows.ts';
import type { Draft } from './use-draft.ts';
import { useT } from './words.tsx';

/** Under what the template is found, and on which sites it is offered. */
export function PlaceFields({ draft, all }: { draft: Draft; all: readonly Template[] }) {
  const t = useT();
  const { details, set, faults } = draft;
  const folders = useId();
  const known = useMemo(
    () => ({
      folders: allFolders(all, t.locale),
      tags: [...new Set(all.flatMap(({ tags }) => tags))].sort(new Intl.Collator(t.locale).compare),
    }),
    [all, t.locale],
  );
  return (
    <div class="form-stack">
      <TextField
        label={t('templates_title')}
        value={details.title}
        maxLength={templateLimits.title}
        error={faults.title && t('templates_title_needed')}
        onInput={(title) => set({ title })}
      />
      <div class="form-row">
        <TextField
          label={t('templates_shortcut')}
          hint={t('templates_shortcut_hint')}
          value={details.shortcut ?? ''}
          maxLength={templateLimits.shortcut}
          error={faults.shortcut && t(`templates_shortcut_${faults.shortcut}`)}
          onInput={(shortcut) => set({ shortcut: shortcut || undefined })}
        />
        <Field label={t('templates_folder')} hint={t('templates_folder_hint')}>
          {(wiring) => (
            <>
              <input
                {...wiring}
                class="input"
                dir="auto"
                list={folders}
                maxLength={templateLimits.folder}
                value={details.folder}
                onInput={(event) => set({ folder: event.currentTarget.value })}
              />
              <datalist id={folders}>
                {known.folders.slice(0, 200).map((folder) => (
                  <option key={folder} value={folder} />
                ))}
              </datalist>
            </>
          )}
        </Field>
      </div>
      <TagInput
        label={t('tags')}
        hint={t('tags_hint')}
        values={details.tags}
        suggestions={known.tags}
        maxLength={templateLimits.tag}
        onChange={(tags) => set({ tags: tags.slice(0, templateLimits.tags) })}
      />
      <details class="more">
        <summary>
          {t('templates_sites')}
          {': '}
          {details.platforms.length === 0
            ? t('templates_every_site')
            : formatList(
                t.locale,
                details.platforms.map((platform) => t(`platform_${platform}`)),
              )}
        </summary>
        <fieldset class="templates-sites">
          <legend class="soft">{t('templates_sites_hint')}</legend>
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
    </div>
  );
}
