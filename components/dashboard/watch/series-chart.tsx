import { useState } from 'preact/hooks';
import { formatTime } from '../../../utils/i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { ChartLine } from './chart-line.tsx';
import type { ChartPoint } from './series-points.ts';
import { useT } from './words.tsx';

/**
 * A line of values over time whose points open the look of that day, and the same values as a table: what the eye sees, everybody can read,
 * and open by keyboard.
 * @param points oldest first
 * @param say a value in the words of the screen
 */
export function SeriesChart({
  title,
  points,
  say,
  onOpen,
}: {
  title: string;
  points: readonly ChartPoint[];
  say: (value: number) => string;
  onOpen: (point: ChartPoint) => void;
}) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return <p class="soft">{t('watch_series_none')}</p>;
  const time = (at: number) => formatTime(t.locale, new Date(at).toISOString());
  const values = points.map(({ value }) => value);
  return (
    <figure class="watch-chart">
      <figcaption>
        <strong>
          <bdi>{title}</bdi>
        </strong>
        <span class="soft">
          {t('watch_series_words', {
            count: points.length,
            first: say(first.value),
            last: say(last.value),
            low: say(Math.min(...values)),
            high: say(Math.max(...values)),
          })}
        </span>
      </figcaption>
      {points.length > 1 && <ChartLine points={points} say={say} onOpen={onOpen} />}
      <details class="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('watch_series_table')}</summary>
        {open && (
          <table class="figures watch-table">
            <caption class="sr-only">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{t('watch_when')}</th>
                <th scope="col">{t('watch_value')}</th>
                <th scope="col">
                  <span class="sr-only">{t('watch_open')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {points.toReversed().map((point) => (
                <tr key={point.at}>
                  <th scope="row">{time(point.at)}</th>
                  <td>{say(point.value)}</td>
                  <td>
                    <Button
                      kind="quiet"
                      label={t('watch_open_day', { time: time(point.at) })}
                      onClick={() => onOpen(point)}
                    >
                      {t('watch_open')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </details>
    </figure>
  );
}
