/** Drawings that only items have, apart from the others: the script on every page need not carry them. The same grid as `icons.ts`. */
export const itemIcons = {
  /** a label with its hole */
  tag: 'M4 11.5V4h7.5l8.5 8.5-7.5 7.5zM8 8h.01',
  /** a bell: somebody waits */
  unanswered: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4',
} as const;
