import { useMemo } from 'preact/hooks';
import type { CreatorRow, RowAccount } from '../../../utils/domain/creator-list.ts';
import { mainAccount } from '../../../utils/domain/creator-order.ts';
import { dueChoice } from '../../../utils/domain/creator-search.ts';
import { localDay } from '../../../utils/domain/day.ts';
import type { Day, Id } from '../../../utils/domain/record.ts';
import type { Tag } from '../../../utils/domain/tag.ts';
import { formatDay, formatDue, formatNumber } from '../../../utils/i18n/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { useT } from '../words.ts';
import { compactNumber } from './compact-number.ts';

/** Id of a row's element, for `aria-activedescendant`. */
export const rowId = (id: Id) => `creator-${id}`;

/** One creator. Drawn again only when something of it changes: scrolling draws hundreds of them. */
export function GridRow(props: {
  row: CreatorRow;
  /** place among the shown rows, from 0 */
  index: number;
  /** pixels from the top of the rows */
  top: number;
  active: boolean;
  selected: boolean;
  tags: ReadonlyMap<Id, Tag>;
  today: Day;
}) {
  const t = useT();
  const { row, index, top, active, selected, tags, today } = props;
  // the same element again lets Preact skip it
  return useMemo(
    () => (
      // biome-ignore-start lint/a11y/useSemanticElements: rows that are not in sight are left out, which a table element cannot say
      // biome-ignore-start lint/a11y/useFocusableInteractive: the grid holds the focus and names the active row
      <div
        role="row"
        id={rowId(row.id)}
        data-creator={row.id}
        class={`creators-row${active ? ' active' : ''}${selected ? ' selected' : ''}`}
        aria-rowindex={index + 2}
        aria-selected={selected}
        style={{ transform: `translateY(${top}px)` }}
      >
        <div role="gridcell" class="creators-cell creators-at-check creators-tick">
          <input
            type="checkbox"
            tabIndex={active ? 0 : -1}
            checked={selected}
            aria-label={t('creators_select', { name: row.displayName })}
          />
        </div>
        <div role="gridcell" class="creators-cell creators-at-name">
          <a class="creators-name" href={`#/creator/${row.id}`} tabIndex={active ? 0 : -1}>
            <bdi>{row.displayName || t('creators_nameless')}</bdi>
          </a>
          {row.doNotContact && (
            <span class="creators-stop" title={t('do_not_contact')}>
              <Icon name="warn" />
              <span class="sr-only">{t('do_not_contact')}</span>
            </span>
          )}
        </div>
        <Accounts row={row} tabIndex={active ? 0 : -1} />
        <Followers account={mainAccount(row)} />
        <div role="gridcell" class="creators-cell creators-at-role">
          {t(`role_${row.role}`)}
        </div>
        <div role="gridcell" class="creators-cell creators-at-status">
          <span class={`creators-status ${row.status}`}>{t(`status_${row.status}`)}</span>
        </div>
        <div role="gridcell" class="creators-cell creators-at-tags">
          {row.tagIds.map((id) => {
            const tag = tags.get(id);
            return (
              tag && (
                <bdi key={id} class="creators-tag">
                  {tag.name}
                </bdi>
              )
            );
          })}
        </div>
        <NextAction row={row} today={today} />
        <div role="gridcell" class="creators-cell creators-at-contact">
          {row.lastContact ? formatDay(t.locale, row.lastContact, today) : <Unknown />}
        </div>
        <div role="gridcell" class="creators-cell creators-at-added">
          {formatDay(t.locale, localDay(new Date(row.createdAt)), today)}
        </div>
      </div>
      // biome-ignore-end lint/a11y/useFocusableInteractive: see above
      // biome-ignore-end lint/a11y/useSemanticElements: see above
    ),
    [t, row, index, top, active, selected, tags, today],
  );
}

/** Nothing is known: never a zero. */
function Unknown() {
  const t = useT();
  return (
    <span class="creators-unknown">
      <span aria-hidden="true">–</span>
      <span class="sr-only">{t('creators_unknown')}</span>
    </span>
  );
}

/** Only addresses of the web are opened, whatever a page or a table said. */
function webAddress(url: string): string | undefined {
  return /^https?:\/\//i.test(url) ? url : undefined;
}

function Accounts({ row, tabIndex }: { row: CreatorRow; tabIndex: number }) {
  const t = useT();
  const main = mainAccount(row);
  const more = row.accounts.length - 1;
  return (
    // biome-ignore lint/a11y: a cell of the grid
    <div role="gridcell" class="creators-cell creators-at-accounts">
      {main ? (
        <>
          <a
            href={webAddress(main.url)}
            target="_blank"
            rel="noopener noreferrer"
            tabIndex={tabIndex}
            title={t('creators_open_profile', { platform: t(`platform_${main.platform}`) })}
          >
            <bdi>@{main.handle}</bdi>
          </a>
          <span class="creators-platform">
            {t(`platform_${main.platform}`)}
            {more > 0 && ` +${formatNumber(t.locale, more)}`}
          </span>
        </>
      ) : (
        <Unknown />
      )}
    </div>
  );
}

function Followers({ account }: { account: RowAccount | undefined }) {
  const t = useT();
  const count = account?.followers;
  if (count === undefined)
    return (
      // biome-ignore lint/a11y: a cell of the grid
      <div role="gridcell" class="creators-cell creators-at-followers">
        <Unknown />
      </div>
    );
  const exact = formatNumber(t.locale, count);
  return (
    // biome-ignore lint/a11y: a cell of the grid
    <div
      role="gridcell"
      class="creators-cell creators-at-followers"
      title={account?.rounded ? t('creators_rounded', { number: exact }) : exact}
    >
      {account?.rounded && (
        <>
          <span aria-hidden="true">≈ </span>
          <span class="sr-only">{t('rounded')} </span>
        </>
      )}
      {compactNumber(t.locale, count)}
    </div>
  );
}

function NextAction({ row, today }: { row: CreatorRow; today: Day }) {
  const t = useT();
  const { nextAction } = row;
  if (!nextAction)
    return (
      // biome-ignore lint/a11y: a cell of the grid
      <div role="gridcell" class="creators-cell creators-at-next">
        <Unknown />
      </div>
    );
  const choice = dueChoice(row, today);
  return (
    // biome-ignore lint/a11y: a cell of the grid
    <div role="gridcell" class="creators-cell creators-at-next">
      <bdi class="creators-next-text">{nextAction.text}</bdi>
      <span class={`creators-due ${choice}`} title={formatDay(t.locale, nextAction.due, today)}>
        {choice === 'overdue' && <Icon name="warn" />}
        {choice === 'overdue' && <span class="sr-only">{t('creators_due_overdue')} </span>}
        {formatDue(t.locale, nextAction.due, today)}
      </span>
    </div>
  );
}
