import { afterAll, describe, expect, it } from 'vitest';
import { pageReadingSchema } from '../../utils/domain/page-reading.ts';
import { readPage } from '../../utils/sites/read-page.ts';
import {
  claims,
  hasOwnReader,
  haveLabelledPages,
  isCompared,
  isNegative,
  judge,
  labelledPages,
  pageText,
  type Verdict,
} from '../support/labelled-pages.ts';
import { parsePage } from '../support/parse-page.ts';

// The pages are real ones of other people and lie beside the checkout where they are available; fixtures cover the same shapes without them.
describe.skipIf(!haveLabelledPages)('real pages with labels (../shared/pages)', () => {
  const pages = haveLabelledPages ? labelledPages() : [];
  const table = new Map<string, Record<Verdict['result'], number>>();

  it.each(pages.filter((page) => !isNegative(page) && isCompared(page)))(
    'reads $file without a wrong value',
    (page) => {
      const reading = readPage(parsePage(pageText(page)), page.url);
      expect(pageReadingSchema.safeParse(reading).error).toBeUndefined();
      const verdicts = judge(page, reading);
      const row = table.get(page.platform) ?? { right: 0, absent: 0, unexplained: 0, wrong: 0 };
      for (const { result } of verdicts) row[result]++;
      table.set(page.platform, row);
      for (const { label, result, detail } of verdicts) {
        if (result !== 'right') console.log(`${page.file} · ${label} · ${result} · ${detail}`);
      }
      expect(verdicts.filter(({ result }) => result === 'wrong')).toEqual([]);
      if (hasOwnReader(page)) expect(verdicts.filter(({ result }) => result === 'unexplained')).toEqual([]);
    },
  );

  it.each(pages.filter(isNegative))('claims nothing from $file', (page) => {
    const reading = readPage(parsePage(pageText(page)), page.url);
    expect(pageReadingSchema.safeParse(reading).error).toBeUndefined();
    expect(claims(reading)).toEqual([]);
  });

  afterAll(() => {
    if (table.size > 0) console.table(Object.fromEntries(table));
  });
});
