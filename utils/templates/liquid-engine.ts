import { AssignTag, type Context, Drop, Liquid } from 'liquidjs';
import { fillLimits } from './fill-limits.ts';
import { stopEnd, stopStart } from './liquid-marks.ts';
import { addCalendarDays, formatMoment, Moment, momentOf } from './reply-dates.ts';

/** Snippets by the names under which a template puts them in. */
export type Snippets = Readonly<Record<string, string>>;

export interface EngineOptions {
  /** of the reply, BCP 47: dates and sums are written in it */
  language: string;
  now: Date;
  snippets?: Snippets;
}

/** A `{{ … }}` of which nothing came: it stops the insert instead of leaving a blank. */
export class NothingThere extends Error {}

/** Liquid lets a missing variable pass where it is assigned, and the blank would show up somewhere else. */
class StrictAssign extends AssignTag {
  override *render(context: Context): Generator<unknown, void, unknown> {
    const { key, value } = this as unknown as {
      key: string;
      value: { value(context: Context, lenient: boolean): Generator };
    };
    context.bottom()[key] = yield value.value(context, false);
  }
}

/** `Intl` knows it, otherwise the formats of English hold. */
function knownLocale(language: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/**
 * Liquid as shops know it, without what reaches outside of the template (layouts, files), with dates in the reply's language and with
 * what a reply needs: `{{ cursor }}`, `{{ "…" | tabstop }}`, `| add_days: 3`, `| add_workdays: 2`, `| options: "S", "M"`.
 * No template is turned into code: liquidjs walks a tree.
 */
export function makeEngine({ language, now, snippets = {} }: EngineOptions): Liquid {
  const locale = knownLocale(language);
  const engine = new Liquid({
    // from memory only: with this set, liquidjs looks nothing up anywhere else
    templates: { ...snippets },
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    ownPropertyOnly: true,
    catchAllErrors: true,
    locale,
    outputEscape: (value: unknown) => {
      const said = value instanceof Drop ? value.valueOf() : value;
      if (said === undefined || said === null) throw new NothingThere();
      return value as string;
    },
    parseLimit: fillLimits.source,
    renderLimit: fillLimits.time,
    memoryLimit: fillLimits.memory,
  });
  for (const name of ['layout', 'block', 'tablerow']) delete engine.tags[name];
  engine.registerTag('assign', StrictAssign);

  engine.registerFilter('date', (value: unknown, style: unknown = 'long') => {
    const at = momentOf(value, now);
    return at ? formatMoment(at, String(style), locale) : value;
  });
  const later = (workdaysOnly: boolean) => (value: unknown, days: unknown) => {
    const at = momentOf(value, now);
    return at ? new Moment(addCalendarDays(at, Number(days), workdaysOnly), locale) : value;
  };
  engine.registerFilter('add_days', later(false));
  engine.registerFilter('add_workdays', later(true));
  engine.registerFilter('tabstop', (value: unknown) => `${stopStart}${String(value)}${stopEnd}`);
  // the choices of a fill-in field; here it changes nothing
  engine.registerFilter('options', (value: unknown) => value);
  return engine;
}

let parser: Liquid | undefined;

/** One engine for reading only: what a text means does not depend on language, day or snippets. */
export function parseEngine(): Liquid {
  parser ??= makeEngine({ language: 'en', now: new Date(0) });
  return parser;
}

/** Filters a template may use: for what is offered while typing. */
export function filterNames(engine: Liquid): string[] {
  return Object.keys(engine.filters).sort();
}
