/**
 * `node tests/bench/keywords.ts`: 500 keywords over 1,000 comments, English and Chinese mixed, beside a loop of `includes` and one big regular
 * expression in the same run. Prints JSON; milliseconds, medians. The two others know neither whole words nor full-width letters: they are
 * there for the order of magnitude.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { compileKeywords } from '../../utils/domain/keyword-match.ts';
import { median, medians, round } from './measure.ts';

let seed = 7;
const random = (below: number) => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed % below;
};
const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;

const syllables = 'ba ce di fo gu la me ni po ru sa te vi xo zu chan dra lor mist quen'.split(' ');
const signs = [
  ...'这件衣服在哪里买的求个链接姐妹们真的好看质量怎么样是不是骗人正品吗多久发货尺码偏大退款客服不回复喜欢推荐给大家想要同款',
];
const english = () => Array.from({ length: 1 + random(3) }, () => pick(syllables)).join('');
const chinese = (length: number) => Array.from({ length }, () => pick(signs)).join('');

const words = new Set<string>();
while (words.size < 500) {
  const kind = random(10);
  words.add(
    kind < 4 ? english() + pick(syllables) : kind < 6 ? `${english()} ${english()}` : chinese(2 + random(4)),
  );
}
/** 500 of them. */
export const inventedKeywords = [...words].filter((word) => word.length > 1);
/** 1,000 texts, of 20 to 300 characters. */
export const inventedComments = Array.from({ length: 1_000 }, () => {
  const length = 20 + random(281);
  let text = '';
  while (text.length < length)
    text +=
      random(3) === 0
        ? `${chinese(4 + random(12))}${pick(['，', '。', '！', '😍', '👍🏽'])}`
        : `${english()}${pick([' ', ' ', ', ', '! ', '’s '])}`;
  return text.slice(0, length);
});

function time(runs: number, work: () => number): { ms: number; found: number } {
  const times: number[] = [];
  let found = 0;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    found = work();
    times.push(performance.now() - start);
  }
  return { ms: round(median(times)), found };
}

const wanted = inventedKeywords.map((text, index) => ({ text, group: index % 6 }));

/** The very first time, as in a page that was just opened: nothing has run before. */
function firstTime() {
  const began = performance.now();
  const matcher = compileKeywords(wanted);
  const learnt = performance.now();
  for (const comment of inventedComments) matcher.find(comment);
  const looked = performance.now();
  return { learnMs: learnt - began, lookMs: looked - learnt, togetherMs: looked - began };
}

/** The first time in processes of their own, one after the other. */
function firstTimes(processes: number) {
  const times = Array.from({ length: processes }, () => {
    const done = spawnSync(process.execPath, [fileURLToPath(import.meta.url), 'first'], { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`the process failed:\n${done.stderr}`);
    return JSON.parse(done.stdout) as ReturnType<typeof firstTime>;
  });
  return { processes, ...medians(times) };
}

/** No page, no browser. The first times are those of fresh processes, all others of this one. */
export function keywordTimes(runs: number) {
  const matcher = compileKeywords(wanted);
  const lower = inventedKeywords.map((word) => word.toLowerCase());
  const escaped = lower.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const expression = new RegExp(escaped.join('|'), 'giu');
  const long = inventedComments.join(' ').slice(0, 50_000);

  return {
    words: inventedKeywords.length,
    comments: inventedComments.length,
    units: inventedComments.reduce((sum, { length }) => sum + length, 0),
    firstTime: firstTimes(Math.max(runs, 21)),
    matcher: time(runs, () =>
      inventedComments.reduce((sum, comment) => sum + matcher.find(comment).matches.length, 0),
    ),
    includes: time(runs, () =>
      inventedComments.reduce((sum, comment) => {
        const text = comment.toLowerCase();
        return sum + lower.reduce((hits, word) => hits + (text.includes(word) ? 1 : 0), 0);
      }, 0),
    ),
    expression: time(runs, () =>
      inventedComments.reduce((sum, comment) => sum + [...comment.matchAll(expression)].length, 0),
    ),
    oneLongTextMs: time(runs, () => matcher.find(long).matches.length).ms,
  };
}

if (import.meta.main) {
  const figures =
    process.argv[2] === 'first' ? firstTime() : keywordTimes(Number(process.env.DECKHAND_BENCH_RUNS ?? 15));
  console.log(JSON.stringify(figures, null, 2));
}
