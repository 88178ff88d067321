import { describe, expect, it } from 'vitest';
import { pageReadingSchema } from '../../utils/domain/page-reading.ts';
import { readPage } from '../../utils/sites/read-page.ts';
import { parsePage, parsePageOtherwise } from '../support/parse-page.ts';
import { sitesWithFacts } from '../support/site-facts.ts';
import { asExpectation, siteFixtures } from '../support/site-fixtures.ts';

const fixtures = siteFixtures();

/** What every platform must have been tried with, by the names of its fixtures. */
const situations: Record<string, RegExp> = {
  'a move inside the app, or another page under this address': /stale|after-move/,
  'a wall': /wall|login|consent|challenge|captcha/,
  'a page that is gone or private': /gone|private|deleted|not-found/,
  'a hostile page': /hostile/,
};

describe('the fixtures of every platform', () => {
  it.each(sitesWithFacts)(
    '$site.id: every kind of page it reads, and what goes wrong there',
    ({ site, facts }) => {
      const own = fixtures.filter(({ platform }) => platform === site.id);
      const names = own.map(({ name }) => name);
      for (const [situation, pattern] of Object.entries(situations)) {
        expect([situation, names.some((name) => pattern.test(name))]).toEqual([situation, true]);
      }
      for (const kind of Object.keys(facts.kinds)) {
        expect([kind, own.some(({ expected }) => expected.kind === kind)]).toEqual([kind, true]);
      }
      const languages = own.map(({ html }) => /<html[^>]*\blang="([a-z]+)/i.exec(html)?.[1]).filter(Boolean);
      expect(new Set(languages).size).toBeGreaterThan(1);
    },
  );

  it.each(fixtures)(
    '$platform/$name: every fact on the page and no other',
    ({ platform, html, expected }) => {
      const { state, ...written } = expected;
      const wanted = { ...written, problems: [...written.problems].sort() };
      for (const parse of [parsePage, parsePageOtherwise]) {
        const reading = readPage(parse(html), expected.url, state ? { state } : {});
        expect(asExpectation(reading, expected.url)).toEqual(wanted);
        expect(reading.platform).toBe(platform);
        expect(pageReadingSchema.safeParse(reading).error).toBeUndefined();
      }
    },
  );
});
