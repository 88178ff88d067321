/** One value of a series. */
export interface SparkPoint {
  /** milliseconds since the epoch */
  at: number;
  value: number;
  /** the site had shortened the number: drawn hollow */
  rounded?: boolean | undefined;
}

const width = 320;
const height = 72;
const margin = 5;
/** More than these would lie on each other: then only the line, its ends and the rounded ones are drawn. */
const mostDots = 60;

/** Where a value of a range lies between `from` and `to`; in the middle where the range is nothing. */
function place(value: number, low: number, high: number, from: number, to: number): number {
  return high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from);
}

/**
 * A small line of values at their real times, two points at least. Screen readers get `label`, which must say what the eye sees:
 * first, last, lowest and highest.
 */
export function Sparkline({ points, label }: { points: readonly SparkPoint[]; label: string }) {
  const times = points.map((point) => point.at);
  const values = points.map((point) => point.value);
  const [start, end] = [Math.min(...times), Math.max(...times)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const placed = points.map((point, index) => ({
    x: place(point.at, start, end, margin, width - margin),
    y: place(point.value, low, high, height - margin, margin),
    rounded: point.rounded === true,
    end: index === 0 || index === points.length - 1,
  }));
  const dots = placed.filter((dot) => placed.length <= mostDots || dot.end || dot.rounded);
  return (
    <svg class="sparkline" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <polyline points={placed.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      {dots.map(({ x, y, rounded }) => (
        <circle
          key={`${x} ${y}`}
          class={rounded ? 'hollow' : undefined}
          cx={x.toFixed(1)}
          cy={y.toFixed(1)}
          r="3"
        />
      ))}
    </svg>
  );
}
