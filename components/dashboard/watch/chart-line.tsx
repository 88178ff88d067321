import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef } from 'preact/hooks';
import type uPlot from 'uplot';
import { formatTime } from '../../../utils/i18n/format.ts';
import type { ChartPoint } from './series-points.ts';
import { useT } from './words.tsx';

/** The width is the place's, the height stays: a chart that grows with the window moves what is below it. */
const height = 220;

/** A colour of the tokens as a canvas understands it: what `light-dark()` comes to is only known where it is used. */
function colourOf(place: HTMLElement, token: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  place.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

/** The drawn line of a chart. For the eye only: its words are the caption and the table. `say`: a value in the words of the screen. */
export function ChartLine({
  points,
  say,
  onOpen,
}: {
  points: readonly ChartPoint[];
  say: (value: number) => string;
  onOpen: (point: ChartPoint) => void;
}) {
  const t = useT();
  const place = useRef<HTMLDivElement>(null);
  const hint = useRef<HTMLParagraphElement>(null);
  const latest = useRef({ points, onOpen });
  latest.current = { points, onOpen };
  const key = points.map(({ at, value }) => `${at} ${value}`).join();
  useEffect(() => {
    const host = place.current;
    if (!host) return;
    let chart: uPlot | null = null;
    const ended = new AbortController();
    void import('uplot').then(({ default: Plot }) => {
      if (ended.signal.aborted) return;
      const shown = latest.current.points;
      const isWhole = shown.every(({ value }) => Number.isInteger(value));
      const [ink, line, accent] = ['--ink-soft', '--line', '--accent'].map((token) => colourOf(host, token));
      const day = new Intl.DateTimeFormat(t.locale, { month: 'short', day: 'numeric' });
      const { fontSize, fontFamily } = getComputedStyle(host);
      const font = `${fontSize} ${fontFamily}`;
      // as wide as the widest price: letters may be large
      const room = Number.parseFloat(fontSize) * 6;
      const axis = {
        font,
        stroke: ink ?? '',
        grid: { stroke: line ?? '', width: 1 },
        ticks: { stroke: line ?? '', width: 1 },
      };
      const sayPoint = ({ cursor }: uPlot) => {
        const point = latest.current.points[cursor.idx ?? -1];
        if (hint.current)
          hint.current.textContent = point
            ? `${formatTime(t.locale, new Date(point.at).toISOString())} · ${say(point.value)}`
            : '';
      };
      chart = new Plot(
        {
          width: host.clientWidth || 320,
          height,
          legend: { show: false },
          cursor: { drag: { setScale: false, x: false, y: false } },
          axes: [
            { ...axis, space: room, values: (_, splits) => splits.map((at) => day.format(at * 1_000)) },
            {
              ...axis,
              size: room,
              // of things that are counted there is no half one
              values: (_, splits) => splits.map((at) => (isWhole && !Number.isInteger(at) ? '' : say(at))),
            },
          ],
          hooks: { setCursor: [sayPoint] },
          series: [{}, { stroke: accent ?? '', width: 2, points: { show: true, size: 7 } }],
        },
        [shown.map(({ at }) => at / 1_000), shown.map(({ value }) => value)],
        host,
      );
      chart.over.addEventListener(
        'click',
        () => {
          const chosen = latest.current.points[chart?.cursor.idx ?? -1];
          if (chosen) latest.current.onOpen(chosen);
        },
        { signal: ended.signal },
      );
    });
    const sizes = new ResizeObserver(() => chart?.setSize({ width: host.clientWidth || 320, height }));
    sizes.observe(host);
    return () => {
      ended.abort();
      sizes.disconnect();
      chart?.destroy();
    };
  }, [key, t, say]);
  return (
    <div aria-hidden="true">
      <div ref={place} class="watch-line" />
      <p ref={hint} class="watch-hint soft" />
    </div>
  );
}
