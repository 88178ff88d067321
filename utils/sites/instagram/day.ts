/** The names of the twelve months in a language, as they stand inside a date and alone. */
function monthsOf(language: string): string[][] {
  const forms = [
    new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
    new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }),
  ];
  return Array.from({ length: 12 }, (_, month) =>
    forms.flatMap((form) => {
      const parts = form.formatToParts(Date.UTC(2021, month, 15));
      return parts.find((part) => part.type === 'month')?.value.toLowerCase() ?? [];
    }),
  );
}

/**
 * The day at the end of a link preview's first sentence: "on May 24, 2021", "am 24. Mai 2021", "2021年5月24日". Month names are read in the
 * page's language and in English, never as bare numbers: 5/4 is two days.
 * @returns `YYYY-MM-DD`; undefined where there is not exactly one year, one month name and one day
 */
export function dayIn(text: string | undefined, language: string | undefined): string | undefined {
  const said = (text ?? '').slice(-60).normalize('NFKC').toLowerCase();
  const east = /((?:19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/.exec(said);
  if (east) return written(east[1], Number(east[2]), east[3]);
  const numbers = said.match(/\d+/g) ?? [];
  const years = numbers.filter((each) => /^(?:19|20)\d\d$/.test(each));
  const days = numbers.filter((each) => /^\d{1,2}$/.test(each));
  if (numbers.length !== 2 || years.length !== 1 || days.length !== 1) return undefined;
  for (const tongue of [language, 'en']) {
    try {
      if (!tongue || Intl.DateTimeFormat.supportedLocalesOf(tongue).length === 0) continue;
    } catch {
      continue;
    }
    const months = monthsOf(tongue).flatMap((names, month) =>
      names.some((name) => /^\p{L}/u.test(name) && holds(said, name)) ? [month + 1] : [],
    );
    if (months.length === 1) return written(years[0], months[0] ?? 0, days[0]);
  }
  return undefined;
}

/** A month as a word of its own: "mai" is none in "email". */
function holds(text: string, name: string): boolean {
  for (let from = text.indexOf(name); from >= 0; from = text.indexOf(name, from + 1)) {
    const around = [text[from - 1] ?? ' ', text[from + name.length] ?? ' '];
    if (around.every((letter) => !/[\p{L}\p{M}._]/u.test(letter))) return true;
  }
  return false;
}

function written(year: string | undefined, month: number, day: string | undefined): string | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}
