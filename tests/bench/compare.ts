/**
 * `node tests/bench/compare.ts`: prints JSON. How long comparing takes, without a browser: readings of 3,000 products as they come from the
 * notebook (parsed anew for each run, so that no run profits from the one before), texts, layouts, tiles.
 */
import type { PageReading } from '../../utils/domain/page-reading.ts';
import { compareReadings } from '../../utils/snapshots/compare-readings.ts';
import { compareTexts } from '../../utils/snapshots/compare-texts.ts';
import { compareTiles, type PictureTile } from '../../utils/snapshots/compare-tiles.ts';
import { random } from '../support/generated-shops.ts';
import { goods, listing, type PlainProduct } from '../support/sample-readings.ts';
import { median, round } from './measure.ts';

const count = 3_000;

/** One in a hundred products with another price, title, stock or picture; thirty new, thirty gone, ten moved to the top. */
function changedGoods(all: PlainProduct[], next: () => number): PlainProduct[] {
  const changed = all
    .filter((_each, index) => index % 100 !== 50)
    .map((plain): PlainProduct => {
      const chance = next();
      if (chance < 0.01) return { ...plain, price: '1.00' };
      if (chance < 0.02) return { ...plain, title: `${plain.title}, new glaze` };
      if (chance < 0.03) return { ...plain, availability: 'out-of-stock' };
      return chance < 0.04
        ? { ...plain, imageUrl: `https://bells.example/files/other-${plain.id}.jpg` }
        : plain;
    });
  const moved = changed.splice(2_000, 10);
  const fresh = goods(30).map((plain) => ({
    ...plain,
    id: `new-${plain.id}`,
    url: `${plain.url}-new`,
    title: `New ${plain.title}`,
  }));
  return [...moved, ...changed.slice(0, 1_000), ...fresh, ...changed.slice(1_000)];
}

/** A shop whose rows have no ids and stand in any order, with session parameters in every address. */
function shuffledGoods(all: PlainProduct[], next: () => number): PlainProduct[] {
  return all
    .map(({ id: _id, ...plain }) => ({
      plain: { ...plain, url: `${plain.url}?sid=${Math.floor(next() * 1e9)}` },
      at: next(),
    }))
    .sort((a, b) => a.at - b.at)
    .map(({ plain }) => plain);
}

function times(runs: number, before: PageReading, after: PageReading) {
  const [old, now] = [JSON.stringify(before), JSON.stringify(after)];
  const all = Array.from({ length: runs }, () => {
    const pair: [PageReading, PageReading] = [JSON.parse(old), JSON.parse(now)];
    const started = performance.now();
    const cpu = process.threadCpuUsage();
    const changes = compareReadings(...pair).length;
    const used = process.threadCpuUsage(cpu);
    return { ms: performance.now() - started, cpuMs: (used.user + used.system) / 1_000, changes };
  });
  const ms = all.map((each) => each.ms);
  const cpuMs = all.map((each) => each.cpuMs);
  return {
    firstMs: round(ms[0] ?? Number.NaN),
    firstCpuMs: round(cpuMs[0] ?? Number.NaN),
    cpuMs: round(median(cpuMs)),
    ms: round(median(ms)),
    longestMs: round(Math.max(...ms)),
    changes: all[0]?.changes,
  };
}

function paragraphs(length: number, seed: number) {
  const next = random(seed);
  return Array.from({ length }, (_each, index) => ({
    key: `main>p:${index}`,
    tag: 'p',
    region: 'main' as const,
    text: Array.from({ length: 30 }, () => Math.floor(next() * 5_000).toString(36)).join(' '),
  }));
}

function tiles(total: number, seed: number): PictureTile[] {
  const [width, height] = [1_280, 256];
  return Array.from({ length: total }, (_each, index) => {
    const next = random(seed + index);
    const data = new Uint8ClampedArray(width * height * 4);
    for (let at = 0; at < data.length; at += 4)
      data.fill(at % 512 === 0 ? Math.floor(next() * 256) : 200, at, at + 4);
    return { data, width, height, hash: `${seed + index}` };
  });
}

function timed(runs: number, work: () => unknown): number {
  const ms = Array.from({ length: runs }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return round(median(ms));
}

/**
 * Medians in milliseconds; of readings also the first run, cold, and the longest, and the processor time of the thread, which other work on the
 * machine does not lengthen.
 */
export function compareTimes(runs: number) {
  const all = goods(count);
  const texts = [
    paragraphs(1_000, 1),
    paragraphs(1_000, 1).map((block, index) =>
      index % 50 === 0 ? { ...block, text: `${block.text} more` } : block,
    ),
  ];
  const pictures = [
    tiles(28, 100),
    tiles(28, 100).map((tile, index) =>
      index % 7 === 3 ? { ...tile, hash: 'other', data: tile.data.map((value) => 255 - value) } : tile,
    ),
  ];
  return {
    products: count,
    changed: times(runs, listing(all), listing(changedGoods(all, random(5)))),
    unchanged: times(runs, listing(all), listing(all)),
    'sorted anew, without ids': times(
      runs,
      listing(shuffledGoods(all, random(6))),
      listing(shuffledGoods(all, random(7))),
    ),
    'text of 1,000 blocks, 20 changed': {
      ms: timed(Math.min(runs, 9), () => compareTexts(texts[0] ?? [], texts[1] ?? [])),
    },
    'picture of 1,280 × 7,168 px, 4 of 28 tiles changed': {
      ms: timed(Math.min(runs, 3), () => compareTiles(pictures[0] ?? [], pictures[1] ?? [])),
    },
  };
}

if (import.meta.main)
  console.log(JSON.stringify(compareTimes(Number(process.env.DECKHAND_BENCH_RUNS ?? 21)), null, 2));
