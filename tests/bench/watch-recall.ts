import {
  compareVersions,
  judge,
  type PageKind,
  pageKinds,
  versionsOf,
} from '../support/generated-history.ts';
import { prepare, type Visit } from '../support/generated-pages.ts';
import type { LogRow, Shop } from '../support/generated-shops.ts';
import { round } from './measure.ts';
import { differingLines, onePrice, pixelPeer } from './watch-seen.ts';

/** Pictures are taken of the shops only: invented profiles have no looks to speak of. */
const hasLooks = ({ size }: PageKind) => size > 0;
const everyShot = 13;

interface Step {
  kind: PageKind;
  log: LogRow[];
  before: [Shop, Visit];
  after: [Shop, Visit];
}

/** Every version of every page beside the one before: changed on another visit, changed on the same visit, and only another visit. */
function steps(seeds: readonly number[]) {
  const changed: Step[] = [];
  const noise: Step[] = [];
  pageKinds.forEach((kind, number) => {
    for (const seed of seeds.map((each) => each + number * 10)) {
      const versions = versionsOf(kind, seed);
      versions.forEach(({ shop, log }, index) => {
        const visit: Visit = { seed: seed * 1_000 + index * 2 };
        const before = versions[index - 1];
        if (before)
          changed.push({ kind, log, before: [before.shop, { seed: visit.seed - 2 }], after: [shop, visit] });
        const other = kind.noises[index % kind.noises.length];
        const again: Visit = { seed: visit.seed + 1, ...(other ? { noise: other } : {}) };
        noise.push({ kind, log: [], before: [shop, visit], after: [shop, again] });
      });
    }
  });
  return { changed, noise };
}

const share = (part: number, whole: number) => (whole === 0 ? null : round(part / whole, 4));

function byKind(changed: readonly Step[]) {
  const kinds = new Map<string, { changes: number; named: number; wrong: number }>();
  const of = (name: string) => {
    const row = kinds.get(name) ?? { changes: 0, named: 0, wrong: 0 };
    kinds.set(name, row);
    return row;
  };
  for (const { kind, log, before, after } of changed) {
    const found = compareVersions(kind, before, after);
    const { missed, wrong } = judge({ log, found });
    for (const row of log) {
      of(row.kind).changes++;
      if (!missed.includes(row)) of(row.kind).named++;
    }
    for (const change of wrong) of(change.kind).wrong++;
  }
  const rows = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1));
  const sum = (name: 'changes' | 'named' | 'wrong') => rows.reduce((total, [, row]) => total + row[name], 0);
  return {
    recall: share(sum('named'), sum('changes')),
    precision: share(sum('named'), sum('named') + sum('wrong')),
    changes: sum('changes'),
    kinds: Object.fromEntries(
      rows.map(([name, { changes, named, wrong }]) => [
        name,
        { changes, recall: share(named, changes), precision: share(named, named + wrong) },
      ]),
    ),
  };
}

/** How often an alert comes: with changes on the same visit (nothing else is different), and with noise only. */
interface Alerts {
  changed: number;
  changedOf: number;
  noise: number;
  noiseOf: number;
  /** what there is to look through, for each change of the log, on real visits */
  perChange?: number;
}

function rates({ changed, changedOf, noise, noiseOf, perChange }: Alerts) {
  return {
    'changed looks that alert': share(changed, changedOf),
    'alerts on noise only': `${noise} of ${noiseOf} looks`,
    ...(perChange === undefined ? {} : { 'things to look through for one change': round(perChange, 1) }),
  };
}

/** The same page with the changes and without anything else that differs between visits. */
const sameVisit = ({ kind, log, before, after }: Step): Step => ({
  kind,
  log,
  before: [before[0], after[1]],
  after,
});

const drawn = (kind: PageKind, [shop, visit]: [Shop, Visit]) =>
  kind.draw(prepare(shop, visit, kind.language));
const rowsOf = (all: readonly Step[]) => all.reduce((sum, { log }) => sum + log.length, 0);

function alertsOf(
  all: { changed: readonly Step[]; noise: readonly Step[] },
  size: (step: Step) => number,
): Alerts {
  const count = (list: readonly Step[]) => list.filter((step) => size(step) > 0).length;
  const clean = all.changed.map(sameVisit);
  return {
    changed: count(clean),
    changedOf: clean.length,
    noise: count(all.noise),
    noiseOf: all.noise.length,
    perChange: all.changed.reduce((sum, step) => sum + size(step), 0) / rowsOf(all.changed),
  };
}

async function pixelAlerts({ changed, noise }: { changed: readonly Step[]; noise: readonly Step[] }) {
  const peer = await pixelPeer();
  const shares = async (list: readonly Step[]) => {
    const found: number[] = [];
    for (const { kind, before, after } of list)
      found.push(await peer.share(await peer.shoot(kind, ...before), await peer.shoot(kind, ...after)));
    return found;
  };
  try {
    const [clean, still] = [await shares(changed.map(sameVisit)), await shares(noise)];
    const over = (least: number) =>
      rates({
        changed: clean.filter((part) => part > least).length,
        changedOf: clean.length,
        noise: still.filter((part) => part > least).length,
        noiseOf: still.length,
      });
    return { pairs: clean.length + still.length, 'any pixel': over(0), 'over 1 % of the pixels': over(0.01) };
  } finally {
    await peer.close();
  }
}

/**
 * What comparing finds on generated shops with a known log, by kind, beside what alerts others would give on the same pages. They name nothing,
 * so of them is counted whether they alert; "noise only" are two visits of one version.
 */
export async function watchRecall() {
  const all = steps([11, 12]);
  const lists = {
    changed: all.changed.filter(({ kind }) => hasLooks(kind)),
    noise: all.noise.filter(({ kind }) => hasLooks(kind)),
  };
  // pictures take long: of all kinds of shops some versions
  const some = {
    changed: lists.changed.filter((_step, index) => index % everyShot === 0),
    noise: lists.noise.filter((_step, index) => index % everyShot === 0),
  };
  const named = byKind(all.changed);
  const price = (step: Step) => {
    const [old, now] = [onePrice(drawn(step.kind, step.before)), onePrice(drawn(step.kind, step.after))];
    return old === now || old === 'many' || now === 'many' ? 0 : 1;
  };
  return {
    'generated pages': {
      kinds: pageKinds.length,
      'changed looks': all.changed.length,
      'looks with noise only': all.noise.length,
    },
    deckhand: {
      ...named,
      alerts: rates(alertsOf(all, ({ kind, before, after }) => compareVersions(kind, before, after).length)),
    },
    'differing lines of the visible text': rates(
      alertsOf(all, ({ kind, before, after }) => differingLines(drawn(kind, before), drawn(kind, after))),
    ),
    'one price a page (restock mode)': {
      ...rates(alertsOf(all, price)),
      'pages with more than one price': all.changed.filter(
        ({ kind, after }) => onePrice(drawn(kind, after)) === 'many',
      ).length,
      'pages without any': all.changed.filter(({ kind, after }) => onePrice(drawn(kind, after)) === null)
        .length,
    },
    'pixelmatch of the whole page (some versions of the shops)': await pixelAlerts(some),
  };
}

if (import.meta.main) console.log(JSON.stringify(await watchRecall(), null, 2));
