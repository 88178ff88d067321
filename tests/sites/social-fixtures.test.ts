import { describe, expect, it } from 'vitest';
import { pageReadingSchema } from '../../utils/domain/page-reading.ts';
import { readPage } from '../../utils/sites/read-page.ts';
import { parsePage, parsePageOtherwise } from '../support/parse-page.ts';
import { asExpectation, siteFixtures } from '../support/site-fixtures.ts';

const fixtures = siteFixtures();

describe('pages of the social platforms', () => {
  it('has for each platform a first load, a move inside the app, a wall, another language and a hostile page', () => {
    for (const platform of new Set(fixtures.map((fixture) => fixture.platform))) {
      const names = fixtures
        .filter((fixture) => fixture.platform === platform)
        .map((fixture) => fixture.name);
      expect(names.some((name) => /stale|after-move/.test(name))).toBe(true);
      expect(names.some((name) => /wall|login|consent|challenge/.test(name))).toBe(true);
      expect(names.some((name) => /hostile/.test(name))).toBe(true);
    }
  });

  it.each(fixtures)(
    '$platform/$name: every fact on the page and no other',
    ({ platform, html, expected }) => {
      const wanted = { ...expected, problems: [...expected.problems].sort() };
      for (const parse of [parsePage, parsePageOtherwise]) {
        const reading = readPage(parse(html), expected.url);
        expect(asExpectation(reading, expected.url)).toEqual(wanted);
        expect(reading.platform).toBe(platform);
        expect(pageReadingSchema.safeParse(reading).error).toBeUndefined();
      }
    },
  );
});
