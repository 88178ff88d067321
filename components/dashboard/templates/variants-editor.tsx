import { useId, useMemo } from 'preact/hooks';
import type { Variant } from '../../../utils/domain/template.ts';
import { languagePattern, templateLimits } from '../../../utils/domain/template-limits.ts';
import type { Templates } from '../../hooks/use-templates.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { newWording } from './details.ts';
import { languageName } from './language-name.ts';
import type { Shown } from './template-editor.tsx';
import type { Draft } from './use-draft.ts';
import { WordingEditor } from './wording-editor.tsx';
import { useT } from './words.tsx';
import { inRegion, offeredLanguages } from './working-language.ts';

/** The languages of a template in their order, and in each several ways to say it. */
export function VariantsEditor({
  draft,
  list,
  shown,
  onShow,
}: {
  draft: Draft;
  list: Templates;
  shown: Shown;
  onShow: (shown: Shown) => void;
}) {
  const t = useT();
  const panel = useId();
  const { variants } = draft.details;
  const at = Math.min(shown.variant, variants.length - 1);
  const variant = variants[at];
  const name = (language: string) => languageName(language, t.locale);
  const setVariants = (next: Variant[], open: Shown) => {
    draft.set({ variants: next });
    onShow(open);
  };
  const add = (language: string) => {
    const again = variants.findIndex((each) => each.language === language);
    if (again >= 0) return onShow({ variant: again, wording: 0 });
    setVariants([...variants, { language, wordings: [newWording()] }], {
      variant: variants.length,
      wording: 0,
    });
  };
  const move = (by: -1 | 1) => {
    const next = [...variants];
    const [taken] = next.splice(at, 1);
    if (taken) next.splice(at + by, 0, taken);
    setVariants(next, { ...shown, variant: at + by });
  };

  return (
    <section class="panel" aria-labelledby="templates-texts">
      <div class="panel-head">
        <h2 id="templates-texts">{t('templates_texts')}</h2>
        <AddLanguage
          used={variants.map(({ language }) => language)}
          wanted={list.brand?.languages ?? []}
          onAdd={add}
        />
      </div>
      {variants.length > 1 && (
        <Tabs
          label={t('templates_languages')}
          value={String(at)}
          tabs={variants.map(({ language }, index) => ({ value: String(index), label: name(language) }))}
          panelId={panel}
          onChange={(value) => onShow({ variant: Number(value), wording: 0 })}
        />
      )}
      {!variant && <EmptyState title={t('templates_no_language')} />}
      {variant && (
        <div
          id={panel}
          class="form-stack"
          {...(variants.length > 1 ? { role: 'tabpanel', 'aria-label': name(variant.language) } : {})}
        >
          <div class="templates-variant-head">
            {variants.length === 1 && <span class="strong">{name(variant.language)}</span>}
            {at === 0 && variants.length > 1 && <span class="soft">{t('templates_first_language')}</span>}
            <span class="templates-variant-buttons">
              {variants.length > 1 && (
                <>
                  <IconButton
                    icon="up"
                    label={t('templates_language_earlier', { name: name(variant.language) })}
                    disabled={at === 0}
                    onClick={() => move(-1)}
                  />
                  <IconButton
                    icon="down"
                    label={t('templates_language_later', { name: name(variant.language) })}
                    disabled={at === variants.length - 1}
                    onClick={() => move(1)}
                  />
                </>
              )}
              <IconButton
                icon="remove"
                label={t('remove_named', { name: name(variant.language) })}
                onClick={() =>
                  setVariants(
                    variants.filter((_, index) => index !== at),
                    { variant: Math.max(0, at - 1), wording: 0 },
                  )
                }
              />
            </span>
          </div>
          {variant.wordings.map((wording, index) => (
            <WordingEditor
              key={wording.id}
              wording={wording}
              number={index + 1}
              count={variant.wordings.length}
              language={variant.language}
              shortcut={draft.details.shortcut}
              list={list}
              onFocus={() => onShow({ variant: at, wording: index })}
              onChange={(text) =>
                draft.set({
                  variants: variants.map((each, place) =>
                    place === at
                      ? {
                          ...each,
                          wordings: each.wordings.map((one) =>
                            one.id === wording.id ? { ...one, text } : one,
                          ),
                        }
                      : each,
                  ),
                })
              }
              onRemove={() =>
                setVariants(
                  variants.map((each, place) =>
                    place === at
                      ? { ...each, wordings: each.wordings.filter(({ id }) => id !== wording.id) }
                      : each,
                  ),
                  { variant: at, wording: 0 },
                )
              }
            />
          ))}
          {variant.wordings.length < templateLimits.wordings && (
            <div class="form-end">
              <Button
                icon="add"
                onClick={() =>
                  setVariants(
                    variants.map((each, place) =>
                      place === at ? { ...each, wordings: [...each.wordings, newWording()] } : each,
                    ),
                    { variant: at, wording: variant.wordings.length },
                  )
                }
              >
                {t('templates_add_wording')}
              </Button>
              <span class="soft">{t('templates_wordings_hint')}</span>
            </div>
          )}
        </div>
      )}
    </section>
  );
}

/** One more language; those of the brand first. */
function AddLanguage({
  used,
  wanted,
  onAdd,
}: {
  used: readonly string[];
  wanted: readonly string[];
  onAdd: (language: string) => void;
}) {
  const t = useT();
  const options = useMemo(() => {
    const own = wanted.map(inRegion).filter((code) => languagePattern.test(code));
    const others = offeredLanguages
      .map((code) => ({ code, name: languageName(code, t.locale) }))
      .sort((a, b) => a.name.localeCompare(b.name, t.locale))
      .map(({ code }) => code);
    return [...new Set([...own, ...others])].filter((code) => !used.includes(code));
  }, [used, wanted, t.locale]);
  return (
    <Select
      label={t('templates_add_language')}
      hideLabel
      value=""
      options={[
        { value: '', label: t('templates_add_language') },
        ...options.map((value) => ({ value, label: languageName(value, t.locale) })),
      ]}
      onChange={(value) => value && onAdd(value)}
    />
  );
}
