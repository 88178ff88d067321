const formats = new Map<string, Intl.NumberFormat>();

/** A count in few characters, "48.2K" or "4.8万": the exact one stands in a title beside it. */
export function compactNumber(locale: string, value: number): string {
  const style = { notation: 'compact', maximumFractionDigits: 1 } as const;
  const format = formats.get(locale) ?? new Intl.NumberFormat(locale, style);
  formats.set(locale, format);
  return format.format(value);
}
