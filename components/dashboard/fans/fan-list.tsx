import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { thankDays } from '../../../utils/domain/fan-points.ts';
import type { Settings } from '../../../utils/domain/settings.ts';
import type { Input } from '../../../utils/messaging/protocol.ts';
import { useFans } from '../../hooks/use-fans.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorNote } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { FanItem } from './fan-item.tsx';
import { type FanShow, type FanTab, fanShows } from './page-state.ts';
import type { Thanks } from './thanks.tsx';
import { useT } from './words.tsx';

type Listed = Exclude<FanTab, 'levels'>;

/** The list of the background that a tab shows. */
function listOf(tab: Listed, show: FanShow): Pick<Input<'fan.list'>, 'order' | 'level'> {
  if (tab !== 'all') return { order: tab };
  return show === 'points' || show === 'last' ? { order: show } : { order: 'points', level: show };
}

export interface FanListProps {
  tab: Listed;
  show: FanShow;
  settings: Settings;
  /** what thank-yous are made of; null: nothing, or nobody is thanked here */
  thanks: Thanks | null;
  onShow: (show: FanShow) => void;
  /** what is said below the heading */
  children?: ComponentChildren;
}

/** The fans of one tab. */
export function FanList({ tab, show, settings, thanks, onShow, children }: FanListProps) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  const { rows, more, pending, failed, showMore, again } = useFans(listOf(tab, show));
  const isLevel = tab === 'all' && show !== 'points' && show !== 'last';
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {t(`fans_tab_${tab}`)}
      </h2>
      {tab === 'thank' && <p class="soft">{t('fans_thank_words', { days: thankDays })}</p>}
      {tab === 'quiet' && <p class="soft">{t('fans_quiet_words', { days: settings.quietDays })}</p>}
      {children}
      {tab === 'all' && (
        <div class="narrow">
          <Select
            label={t('fans_show')}
            value={show}
            options={fanShows.map((value) => ({
              value,
              label:
                value === 'points' || value === 'last'
                  ? t(`fans_show_${value}`)
                  : t('fans_show_level', { level: t(`fans_level_${value}`) }),
            }))}
            onChange={onShow}
          />
        </div>
      )}
      {failed && <ErrorNote code={failed} again={again} />}
      {!rows && !failed && <Skeleton lines={6} label={t('loading')} />}
      {rows?.length === 0 && (
        <EmptyState title={t(isLevel ? 'fans_none_level' : `fans_none_${tab}`)}>
          {tab !== 'quiet' && !isLevel && t('fans_none_thank_next')}
        </EmptyState>
      )}
      {rows && rows.length > 0 && (
        <ul class="rows">
          {rows.map((row) => (
            <FanItem
              key={row.fan.id}
              row={row}
              thanking={tab === 'thank'}
              thanks={thanks}
              thresholds={settings.fanThresholds}
              // the row goes away with its button
              onGone={() => heading.current?.focus()}
            />
          ))}
        </ul>
      )}
      {rows && more && (
        <div>
          <Button pending={pending} onClick={showMore}>
            {t('fans_more')}
          </Button>
        </div>
      )}
    </>
  );
}
