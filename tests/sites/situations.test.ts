import { describe, expect, it } from 'vitest';
import type { PageKind } from '../../utils/domain/platform.ts';
import { readPage } from '../../utils/sites/read-page.ts';
import { namesNothing } from '../support/after-move.ts';
import { tryComposed } from '../support/composed-situations.ts';
import { wrongFacts } from '../support/reading-faults.ts';
import { filesOf, fixtures, goodPages, platformsWithFacts, type Tried } from '../support/situation-files.ts';
import {
  excused,
  excusedKinds,
  privateLooksGone,
  privateLooksWalled,
  type Situation,
  situations,
} from '../support/situations.ts';
import { languageOf, translatedPage } from '../support/translated-page.ts';

const rows = platformsWithFacts.flatMap(({ id, facts }) =>
  Object.keys(facts.kinds).map((kind) => ({ platform: id as string, kind: kind as PageKind })),
);
const cells = rows.flatMap((row) => situations.map((situation) => ({ ...row, situation })));
const tried = new Map<string, Tried>();

function composed(platform: string, kind: PageKind, situation: Situation): Tried {
  const cell = `${platform}/${kind}/${situation}`;
  const known = tried.get(cell) ?? tryComposed(platform, kind, situation);
  tried.set(cell, known);
  return known;
}

/** Nothing of the kind is read on any page of this platform, so nothing can be read wrong there. */
function unread(platform: string, kind: PageKind, situation: Situation): string | undefined {
  const own = fixtures.filter(({ platform: of, expected }) => of === platform && expected.kind === kind);
  if (situation === 'hidden-likes' && !own.some(({ expected }) => expected.post?.likes !== undefined))
    return 'no likes are read there';
  const lists = own.some(({ expected }) =>
    [expected.creator?.posts, expected.products, expected.comments].some((list) => list !== undefined),
  );
  return situation === 'zero-posts' && !lists ? 'neither posts nor their number are read there' : undefined;
}

describe('every kind of page of every platform in every situation', { timeout: 120_000 }, () => {
  it.each(cells)('$platform $kind, $situation: nothing wrong is read', ({ platform, kind, situation }) => {
    expect(composed(platform, kind, situation).faults).toEqual([]);
  });

  it('every cell is tried, or stands with the reason why it cannot be', () => {
    const table: Record<string, Record<string, string>> = {};
    const empty: string[] = [];
    const needless: string[] = [];
    const sums = { files: 0, composed: 0, excused: 0 };
    const reasons = new Map<string, number>();
    for (const { platform, kind } of rows) {
      const line: Record<string, string> = {};
      for (const situation of situations) {
        const cell = `${platform}/${kind} ${situation}`;
        const [files, pages] = [
          filesOf(platform, kind, situation).length,
          composed(platform, kind, situation).pages,
        ];
        const own = excused[`${platform}/${kind}`]?.[situation];
        const reason = own ?? excusedKinds[kind]?.[situation] ?? unread(platform, kind, situation);
        if (files + pages > 0) {
          if (own !== undefined) needless.push(cell);
          if (files > 0) sums.files += 1;
          else sums.composed += 1;
        } else if (reason === undefined) empty.push(cell);
        else {
          sums.excused += 1;
          reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
        }
        line[situation] = files + pages === 0 ? (reason ? '–' : 'EMPTY') : `${files}+${pages}`;
      }
      table[`${platform} ${kind}`] = line;
    }
    console.table(table);
    console.table(Object.fromEntries(reasons));
    console.log(
      `cells with a fixture: ${sums.files}, with composed pages only: ${sums.composed}, excused: ${sums.excused}`,
    );
    expect({ empty, needless }).toEqual({ empty: [], needless: [] });
  });
});

/** Pages of a site that has one language and uses its words where others use markup. */
const ownWords: Record<string, string> = {
  'thread-first-load-zh': 'what is written over a picture is known by its words alone',
};

it('what is excepted exists', () => {
  const files = fixtures.map(({ platform, name }) => `${platform}/${name}`);
  const kinds = rows.map(({ platform, kind }) => `${platform}/${kind}`);
  expect([...namesNothing].filter((file) => !files.includes(file))).toEqual([]);
  expect(Object.keys(ownWords).filter((name) => !files.some((file) => file.endsWith(name)))).toEqual([]);
  const named = [...privateLooksGone, ...privateLooksWalled, ...Object.keys(excused)];
  expect(named.filter((row) => !kinds.includes(row))).toEqual([]);
});

/** Where a page has no words around the facts there is nothing to translate, and only `lang` changes. */
describe('every kind of page of every platform in two languages', { timeout: 120_000 }, () => {
  const written: string[] = [];
  const twins: string[] = [];
  const wordless: string[] = [];

  it.each(rows)('$platform $kind', ({ platform, kind }) => {
    const own = goodPages(platform, kind).filter(({ name }) => ownWords[name] === undefined);
    let translated = 0;
    for (const page of own) {
      const { document, texts } = translatedPage(page);
      translated += texts;
      const { expected } = page;
      const reading = readPage(document, expected.url, expected.state ? { state: expected.state } : {});
      const faults = wrongFacts(reading, expected);
      if (reading.kind !== expected.kind) faults.push(`kind ${reading.kind}`);
      if (reading.key !== expected.key) faults.push(`key ${reading.key}`);
      expect({ page: page.name, faults }).toEqual({ page: page.name, faults: [] });
    }
    const languages = new Set(own.map(({ html }) => languageOf(html)));
    (languages.size > 1 ? written : translated > 0 ? twins : wordless).push(`${platform}/${kind}`);
    expect(own.length).toBeGreaterThan(0);
  });

  it('is counted', () => {
    console.log(
      `two languages: ${written.length} kinds of page have fixtures in them, ${twins.length} a translated twin, ${wordless.length} no words to translate: ${wordless.join(', ')}`,
    );
    expect(written.length + twins.length + wordless.length).toBe(rows.length);
  });
});
