/** What is inserted. */
export const texts = {
  'one line': 'Thank you, Ana!',
  'blank lines': 'Hi Ana,\n\nyour parcel left today.\n\n\nBest, Lin',
  emoji: 'Great 👩‍👩‍👧‍👦 and 🏳️‍🌈, 👍🏽 ok',
  CJK: '亲爱的顾客，您好！\n谢谢您的支持。ありがとう。',
  URL: 'See https://shop.example/a?b=1&c=%E4%B8%AD#d now',
} as const;
export type TextName = keyof typeof texts;
export const textNames = Object.keys(texts) as TextName[];

export interface Start {
  typed: string;
  /** presses of the left arrow afterwards */
  back?: number;
  replaceBefore?: string;
  /** the palette takes the focus first */
  palette?: boolean;
  /** what stands around the insertion afterwards */
  around: [before: string, after: string];
}

/** Where the caret is when the text is called for. */
export const starts = {
  empty: { typed: '', around: ['', ''] },
  middle: { typed: 'ab cd', back: 2, around: ['ab ', 'cd'] },
  shortcut: { typed: 'ab ;th', replaceBefore: ';th', around: ['ab ', ''] },
  palette: { typed: 'ab ', palette: true, around: ['ab ', ''] },
} as const satisfies Record<string, Start>;
export type StartName = keyof typeof starts;
export const startNames = Object.keys(starts) as StartName[];
