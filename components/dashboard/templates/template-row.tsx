import { useMemo } from 'preact/hooks';
import type { Day } from '../../../utils/domain/record.ts';
import { formatAgo, formatList } from '../../../utils/i18n/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { segmentsOf } from './chip-model.ts';
import { languageName } from './language-name.ts';
import { isStale, type TemplateRow as Row } from './list-rows.ts';
import { useT } from './words.tsx';
import { workingLanguage } from './working-language.ts';

export const rowId = (id: string) => `template-${id}`;

/** Letters of a text that a row shows. */
const shown = 160;

/** The beginning of a text on one line; variables by a sign, as the row has no room for their names. */
export function firstWords(text: string): string {
  return segmentsOf(text.slice(0, shown * 3))
    .map((segment) => (segment.kind === 'text' ? segment.source : segment.kind === 'variable' ? '…' : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, shown);
}

interface Props {
  row: Row;
  index: number;
  top: number;
  active: boolean;
  today: Day;
  /** milliseconds, for "2 days ago" */
  now: number;
}

/** One template of the list. The same element again lets Preact skip it: most rows stay as they are while the list scrolls. */
export function TemplateRow({ row: { template, figures }, index, top, active, today, now }: Props) {
  return useMemo(
    () => (
      <Drawn row={{ template, figures }} index={index} top={top} active={active} today={today} now={now} />
    ),
    [template, figures, index, top, active, today, now],
  );
}

function Drawn({ row: { template, figures }, index, top, active, today, now }: Props) {
  const t = useT();
  const { id, title, shortcut, folder, tags, platforms, variants, draft } = template;
  const used = figures?.used ?? 0;
  const stale = isStale(template, today);
  // in words that the operator reads at a glance, where there are such
  const working = workingLanguage(t.language);
  const shownVariant = variants.find(({ language }) => language === working) ?? variants[0];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot leave out rows that are not in sight
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names the active row
    <div
      id={rowId(id)}
      role="row"
      aria-rowindex={index + 2}
      data-template={id}
      class={`templates-row${active ? ' active' : ''}`}
      style={{ top: `${top}px` }}
    >
      {/* biome-ignore-start lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore-start lint/a11y/useFocusableInteractive: as above */}
      <div role="gridcell" class="templates-cell templates-at-title">
        <span class="templates-line">
          <a class="templates-title" href={`#/template/${id}`} tabIndex={active ? 0 : -1} dir="auto">
            {title}
          </a>
          {shortcut && (
            <kbd class="templates-shortcut" dir="auto">
              ;{shortcut}
            </kbd>
          )}
          {draft && <span class="templates-badge warn">{t('templates_draft')}</span>}
          {stale && (
            <span class="templates-badge warn">
              <Icon name="warn" /> {t('templates_stale')}
            </span>
          )}
        </span>
        <span class="templates-words soft" dir="auto">
          {firstWords(shownVariant?.wordings[0]?.text ?? '') || t('templates_no_text')}
        </span>
      </div>
      <div role="gridcell" class="templates-cell templates-at-place">
        <span class="templates-clip" dir="auto">
          {folder.replaceAll('/', ' › ') || <span class="soft">{t('templates_no_folder')}</span>}
        </span>
        {tags.length > 0 && (
          <span class="templates-clip soft" dir="auto">
            {formatList(t.locale, tags)}
          </span>
        )}
      </div>
      <div role="gridcell" class="templates-cell templates-at-languages">
        <span class="templates-clip">
          {formatList(
            t.locale,
            variants.map(({ language }) => languageName(language, t.locale)),
          )}
        </span>
        <span class="templates-clip soft">
          {platforms.length === 0
            ? t('templates_every_site')
            : formatList(
                t.locale,
                platforms.map((platform) => t(`platform_${platform}`)),
              )}
        </span>
      </div>
      <div role="gridcell" class="templates-cell templates-at-used">
        <span>{used ? t('templates_used', { count: used }) : t('templates_never_used')}</span>
        {figures?.lastUsed && <span class="soft">{formatAgo(t.locale, figures.lastUsed, now)}</span>}
      </div>
      {/* biome-ignore-end lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore-end lint/a11y/useSemanticElements: as above */}
    </div>
  );
}
