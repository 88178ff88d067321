/** Our own drawings on a grid of 16, strokes of 1.5; `currentColor`, so that they follow the text. */
const paths = {
  add: 'M8 3v10M3 8h10',
  check: 'M3 8.5 6.5 12 13 4.5',
  close: 'M4 4l8 8M12 4l-8 8',
  down: 'M4 6.5 8 10.5l4-4',
  up: 'M4 9.5 8 5.5l4 4',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  edit: 'M3 13l.6-2.8L10.8 3a1.2 1.2 0 0 1 1.7 0l.5.5a1.2 1.2 0 0 1 0 1.7L5.8 12.4 3 13z',
  remove: 'M3 4.5h10M6.5 4V2.8h3V4M4.5 4.5l.6 8.7h5.8l.6-8.7M7 7v4M9 7v4',
  open: 'M6.5 3.5h-3v9h9v-3M9 3h4v4M13 3 7.5 8.5',
  person: 'M8 8a2.6 2.6 0 1 0 0-5.2A2.6 2.6 0 0 0 8 8zM3 13.5c.4-2.6 2.4-3.8 5-3.8s4.6 1.2 5 3.8',
  known: 'M6.5 8a2.6 2.6 0 1 0 0-5.2A2.6 2.6 0 0 0 6.5 8zM2 13.5c.3-2.6 2-3.8 4.5-3.8M9 11.5l1.8 1.8L14 9.7',
  eye: 'M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8zM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z',
  panel: 'M2.5 3.5h11v9h-11zM9.5 3.5v9',
  home: 'M2.5 7.5 8 3l5.5 4.5M4 6.5v6.8h8V6.5M6.8 13.2V9.5h2.4v3.7',
  gear: 'M8 10.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM8 1.8v2M8 12.2v2M14.2 8h-2M3.8 8h-2M12.4 3.6 11 5M5 11l-1.4 1.4M12.4 12.4 11 11M5 5 3.6 3.6',
  warn: 'M8 2.5 14.3 13H1.7L8 2.5zM8 6.5v3M8 11.3h.01',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.5V11M8 5h.01',
  tag: 'M2.5 7.8V2.5h5.3l5.7 5.7-5.3 5.3zM5.3 5.3h.01',
  again: 'M13 8a5 5 0 1 1-1.5-3.6M13 2.5v2.6h-2.6',
} as const;
export type IconName = keyof typeof paths;

/** A drawing beside words that already say it: hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return <Drawing path={paths[name]} />;
}

/** The same for a drawing that only one surface needs; `path` on the same grid. */
export function Drawing({ path }: { path: string }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
