import { bundle, pageWith } from '../editors/bundle.ts';
import { launchChromium } from '../support/chromium.ts';
import { median, round } from './measure.ts';

const items = 100_000;
/** Items of one screen, asked for at once. */
const screen = 200;
const address = 'https://www.youtube.com/tagged';

interface Bench {
  fill(from: number, until: number): Promise<void>;
  mark(
    count: number,
    everyTagged: number,
    seed: number,
    stored: number,
    mixed: boolean,
  ): Promise<{ time: number; found: number }>;
  floor(count: number): Promise<number>;
  spam(count: number, seed: number): Promise<number>;
  choices(): Promise<number>;
  list(): Promise<number>;
  copy(): Promise<{ time: number; bytes: number }>;
}

/**
 * With 100,000 tagged items of 300 characters: dots for a screen of 200 items (none, one in ten, all of them tagged), authors of spam, the
 * picker's tags, the first page of a tag, and the second copy; in a real Chromium, milliseconds.
 */
export async function taggedTimes(runs: number) {
  const browsing = await launchChromium({ extension: null });
  try {
    browsing.pages.put(address, pageWith(await bundle('../bench/pages/tagged-items.ts')));
    const page = await browsing.context.newPage();
    await page.goto(address);
    const step = 10_000;
    for (let from = 0; from < items; from += step)
      await page.evaluate(([a, b]) => (window as unknown as { bench: Bench }).bench.fill(a, b), [
        from,
        from + step,
      ] as const);
    const measured = await page.evaluate(
      async ([count, stored, often]) => {
        const { bench } = window as unknown as { bench: Bench };
        const times: Record<string, number[]> = {};
        const note = (name: string, time: number, run: number) => {
          // the first of each compiles and warms the disk
          if (run > 0) times[name] = [...(times[name] ?? []), time];
        };
        const found: Record<string, number> = {};
        for (let run = 0; run <= often; run++) {
          for (const [name, every] of [
            ['none tagged', 1_000_000],
            ['one in ten tagged', 10],
            ['all tagged', 1],
            ['one in ten tagged, half of them without ids', 10],
          ] as const) {
            const marked = await bench.mark(count, every, run + 1, stored, name.includes('without'));
            found[name] = marked.found;
            note(name, marked.time, run);
          }
          note('as many plain questions', await bench.floor(count), run);
          note('authors of spam', await bench.spam(count, run), run);
          note('tags of the picker', await bench.choices(), run);
          note('first page of a tag', await bench.list(), run);
        }
        return { times, found };
      },
      [screen, items, runs] as const,
    );
    const copy = await page.evaluate(() => (window as unknown as { bench: Bench }).bench.copy());
    return {
      items,
      screen,
      medians: Object.fromEntries(
        Object.entries(measured.times).map(([name, times]) => [name, round(median(times))]),
      ),
      // on a busy machine the least says more than the middle
      least: Object.fromEntries(
        Object.entries(measured.times).map(([name, times]) => [name, round(Math.min(...times))]),
      ),
      found: measured.found,
      secondCopy: { ms: round(copy.time), bytes: copy.bytes },
    };
  } finally {
    await browsing.close();
  }
}

if (import.meta.main)
  console.log(JSON.stringify(await taggedTimes(Number(process.env.DECKHAND_BENCH_RUNS ?? 7)), null, 2));
