import type { Id } from '../../../utils/domain/record.ts';
import type { Tag } from '../../../utils/domain/tag.ts';
import { formatList } from '../../../utils/i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/note.tsx';
import { useT } from '../words.ts';
import type { ListState } from './list-address.ts';

/** Nobody fits: says what was asked for, and the way out. */
export function NothingFound({
  state: { filter },
  tags,
  loading,
  onClear,
}: {
  state: ListState;
  tags: ReadonlyMap<Id, Tag>;
  /** more creators are still coming */
  loading: boolean;
  onClear: () => void;
}) {
  const t = useT();
  const list = (names: readonly string[]) => formatList(t.locale, names);
  const asked: [label: string, value: string][] = [];
  if (filter.text) asked.push([t('creators_searched'), filter.text]);
  if (filter.statuses) asked.push([t('status'), list(filter.statuses.map((value) => t(`status_${value}`)))]);
  if (filter.due) asked.push([t('due'), list(filter.due.map((value) => t(`creators_due_${value}`)))]);
  if (filter.tagIds)
    asked.push([t('tags'), list(filter.tagIds.map((id) => tags.get(id)?.name ?? t('creators_tag_gone')))]);
  if (filter.platforms)
    asked.push([t('creators_platform'), list(filter.platforms.map((value) => t(`platform_${value}`)))]);
  if (filter.roles) asked.push([t('role'), list(filter.roles.map((value) => t(`role_${value}`)))]);
  if (filter.doNotContact) asked.push([t('do_not_contact'), t('creators_yes')]);
  return (
    <EmptyState title={t(loading ? 'creators_not_yet' : 'creators_nothing')}>
      <dl class="creators-asked">
        {asked.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <Button onClick={onClear}>{t('creators_clear_filter')}</Button>
    </EmptyState>
  );
}
