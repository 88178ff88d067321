/** Drawn for the product: 24 × 24, strokes of 1.8. Path data only; colours come from the style sheet. */
export const icons = {
  /** a person with a plus */
  new: 'M10 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M3 20c.6-3.6 3.3-5.4 7-5.4 1.3 0 2.4.2 3.4.6M18 14v6M15 17h6',
  /** a person with a tick */
  known:
    'M10 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M3 20c.6-3.6 3.3-5.4 7-5.4 1.3 0 2.4.2 3.4.6M15 17.5l2.2 2.2 4-4.4',
  /** an anchor: aboard already */
  ours: 'M12 8v12M12 8a2.3 2.3 0 1 0 0-4.6A2.3 2.3 0 0 0 12 8M8 11h8M4.5 14c.4 3.8 3.4 6 7.5 6s7.1-2.2 7.5-6',
  /** a circle struck through */
  'do-not-contact': 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M6.2 6.2l11.6 11.6',
  /** a warning sign */
  spam: 'M12 4.5 21 19.5H3zM12 10v4.5M12 17v.2',
  /** two rings, one in the other */
  partner: 'M9 17.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11M15 17.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11',
  /** a heart */
  fan: 'M12 20C6.5 16 3.5 12.8 3.5 9A4.4 4.4 0 0 1 12 7.4 4.4 4.4 0 0 1 20.5 9c0 3.8-3 7-8.5 11z',
  /** a speech bubble */
  'in-contact': 'M4 5h16v10.5H11L6.5 20v-4.5H4z',
  /** three quarters of a ring */
  working: 'M12 3.5A8.5 8.5 0 1 1 3.5 12',
  saved: 'M5 12.5l4.6 4.6L19 7.5',
  /** a card with lines */
  open: 'M4 5h16v14H4zM8 10h8M8 14h5',
  failed: 'M12 6v7.5M12 17.2v.3',
} as const;

export type IconName = keyof typeof icons;

const svg = 'http://www.w3.org/2000/svg';

/** A picture without words of its own; what it means stands in the label of the button around it. @param lines its path, such as `icons.saved` */
export function drawIcon(document: Document, lines: string): SVGElement {
  const picture = document.createElementNS(svg, 'svg');
  picture.setAttribute('viewBox', '0 0 24 24');
  picture.setAttribute('aria-hidden', 'true');
  picture.setAttribute('focusable', 'false');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', lines);
  picture.append(path);
  return picture;
}
