import { expect, test } from 'vitest';
import { compareVersions, judge, pageKinds, versionsOf } from '../../support/generated-history.ts';

interface Row {
  page: string;
  changes: number;
  hits: number;
  wrong: number;
  'noise looks': number;
  alerts: number;
}

test('on generated shops with a known log nearly every change is named, nearly nothing else, and noise never', () => {
  const rows: Row[] = [];
  const faults: string[] = [];
  pageKinds.forEach((kind, number) => {
    const row: Row = { page: kind.name, changes: 0, hits: 0, wrong: 0, 'noise looks': 0, alerts: 0 };
    for (const seed of [11, 12].map((each) => each + number * 10)) {
      const versions = versionsOf(kind, seed);
      const visits = versions.map((_, index) => ({ seed: seed * 1_000 + index * 2 }));
      versions.forEach(({ shop, log }, index) => {
        const visit = visits[index] ?? { seed };
        const visitBefore = visits[index - 1] ?? visit;
        const before = versions[index - 1];
        if (before) {
          const found = compareVersions(kind, [before.shop, visitBefore], [shop, visit]);
          const { hits, missed, wrong } = judge({ log, found });
          row.changes += log.length;
          row.hits += hits;
          row.wrong += wrong.length;
          for (const each of missed)
            faults.push(`${kind.name} ${seed}/${index} missed ${JSON.stringify(each)}`);
          for (const each of wrong)
            faults.push(`${kind.name} ${seed}/${index} wrong ${JSON.stringify(each)}`);
        }
        const noise = kind.noises[index % kind.noises.length];
        const again = { seed: visit.seed + 1, ...(noise ? { noise } : {}) };
        for (const pair of [
          [visit, again],
          [again, visit],
        ] as const) {
          const alerts = compareVersions(kind, [shop, pair[0]], [shop, pair[1]]);
          row['noise looks']++;
          row.alerts += alerts.length;
          for (const each of alerts)
            faults.push(`${kind.name} ${seed}/${index} ${noise}: ${JSON.stringify(each)}`);
        }
      });
    }
    rows.push(row);
  });
  const sum = (name: Exclude<keyof Row, 'page'>) => rows.reduce((total, row) => total + row[name], 0);
  const recall = sum('hits') / sum('changes');
  const precision = sum('hits') / (sum('hits') + sum('wrong'));
  console.table(rows);
  console.log(
    `recall ${recall.toFixed(4)}, precision ${precision.toFixed(4)} over ${sum('changes')} changes; ${sum('alerts')} alerts on ${sum('noise looks')} looks with noise only`,
  );
  expect(sum('changes')).toBeGreaterThan(300);
  expect(recall, faults.slice(0, 40).join('\n')).toBeGreaterThanOrEqual(0.98);
  expect(precision, faults.slice(0, 40).join('\n')).toBeGreaterThanOrEqual(0.95);
  expect(faults.filter((fault) => /: \{/.test(fault)).slice(0, 40)).toEqual([]);
  expect(sum('alerts')).toBe(0);
}, 120_000);
