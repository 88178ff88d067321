import { Window } from 'happy-dom';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readItem } from '../../../utils/page/items/read-item.ts';
import { rulesFor } from '../../../utils/page/items/rules-for.ts';
import { seenItem } from '../../../utils/page/tagging/seen-item.ts';
import type { Site } from '../../../utils/sites/site.ts';
import { site as tieba } from '../../../utils/sites/tieba.ts';
import { site as weibo } from '../../../utils/sites/weibo.ts';
import { haveLabelledPages, labelledPages, pageText } from '../../support/labelled-pages.ts';
import { parsePageOtherwise } from '../../support/parse-page.ts';

/** The comments of a saved page, each with its element and when its page says that it was written. */
function commentsOn(file: string, site: Site) {
  const page = labelledPages().find((each) => each.file === file);
  if (!page) throw new Error(`${file} is not in the index`);
  const window = new Window({
    url: page.url,
    settings: {
      disableJavaScriptEvaluation: true,
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
      handleDisabledFileLoadingAsSuccess: true,
    },
  });
  for (const name of ['document', 'Element', 'NodeFilter'] as const) vi.stubGlobal(name, window[name]);
  const document = window.document as unknown as Document;
  const { body } = parsePageOtherwise(pageText(page));
  document.body.replaceChildren(...body.childNodes);
  const identity = site.identify(new URL(page.url));
  const rules = rulesFor(site, identity).filter(({ kind }) => kind === 'comment');
  const all = rules.map(({ root }) => root).join();
  const itemAround = (at: Element) => at.closest(all);
  return rules.flatMap((rule) =>
    [...document.querySelectorAll(rule.root)].flatMap((element) => {
      const item = readItem(element, rule, site, itemAround);
      if (!item) return [];
      const { publishedAt } = seenItem(item, { document, site, identity, itemAround }, 'without picture');
      return [{ element, written: publishedAt === undefined ? undefined : Date.parse(publishedAt) }];
    }),
  );
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

// The pages are real ones of other people and lie beside the checkout where they are available.
describe.skipIf(!haveLabelledPages)('times of comments on real pages', () => {
  test('weibo.cn: each is the time in the comment’s own number, to the minute at least', () => {
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([
      { transferSize: 900 } as unknown as PerformanceEntry,
    ] as PerformanceEntryList);
    // the youngest comment's day has no year: the page was written in the year after all others
    vi.spyOn(performance, 'timeOrigin', 'get').mockReturnValue(Date.parse('2025-01-12T04:00:00.000Z'));
    const comments = commentsOn('weibo/dilireba-post-comments-weibocn.html', weibo);
    expect(comments.length).toBeGreaterThanOrEqual(10);
    for (const { element, written = 0 } of comments) {
      const numbered = Number((BigInt(element.id.slice(2)) >> 22n) + 515_483_463n) * 1_000;
      expect(Math.abs(written - numbered)).toBeLessThan(60_000);
    }
  });

  test.each([
    ['in China', 8, ['.l_post', '.lzl_single_post']],
    ['elsewhere only what the server wrote', 1, ['.l_post']],
  ])('Tieba, seen from %s', (_where, hours, timed) => {
    vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(-hours * 60);
    const comments = commentsOn('tieba/olympics-diving-thread.html.gz', tieba);
    const withTime = comments.filter(({ written }) => written !== undefined);
    expect(withTime.length).toBeGreaterThan(20);
    for (const selector of ['.l_post', '.lzl_single_post']) {
      const some = comments.filter(({ element }) => element.matches(selector));
      const times = some.filter(({ written }) => written !== undefined);
      expect(times).toHaveLength(timed.includes(selector) ? some.length : 0);
    }
    // between the thread's beginning and the `server_time` that the page carries
    for (const { written = 0 } of withTime) {
      expect(written).toBeGreaterThanOrEqual(Date.parse('2024-08-06T14:09:00.000Z'));
      expect(written).toBeLessThan(1_722_965_479_000);
    }
  });
});
