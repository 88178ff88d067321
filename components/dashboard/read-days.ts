/** Whether there is such a calendar day. */
function isDay(year: number, month: number, date: number): boolean {
  const at = new Date(Date.UTC(year, month - 1, date));
  return at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
}

/**
 * Days written one a line, year first: 2026-10-01, 2026/10/1, 2026年10月1日. Empty lines are none.
 * @returns them in their order, each once, as `YYYY-MM-DD`; `bad`: the first line that is no day, counted from 1
 */
export function readDays(text: string): { days: string[]; bad?: { line: number; text: string } } {
  const days = new Set<string>();
  for (const [at, line] of text.split('\n').entries()) {
    const said = line.trim();
    if (said === '') continue;
    const found = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(said);
    const [year = 0, month = 0, date = 0] = (found ?? []).slice(1).map(Number);
    if (!found || !isDay(year, month, date))
      return { days: [...days].sort(), bad: { line: at + 1, text: said.slice(0, 60) } };
    days.add(`${found[1]}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
  }
  return { days: [...days].sort() };
}
