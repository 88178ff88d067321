import { describe, expect, it } from 'vitest';
import { readPage } from '../../utils/sites/read-page.ts';
import { identify } from '../../utils/sites/registry.ts';
import { postText } from '../../utils/sites/x/text.ts';
import { parsePage, parsePageOtherwise } from '../support/parse-page.ts';

const parsers = [parsePage, parsePageOtherwise];

function written(html: string): (string | undefined)[] {
  return parsers.map((parse) => {
    const document = parse(`<!doctype html><html><body><div id="t">${html}</div></body></html>`);
    return postText(document.querySelector('#t'));
  });
}

/** A post on its own page: what is shown of its views, and the label of its row of actions. */
function post(shown: string, label: string, lang = 'en'): string {
  return `<!doctype html><html lang="${lang}"><body><article data-testid="tweet" tabindex="-1"><div data-testid="User-Name"><a href="/ada">Ada</a></div>
<a href="/ada/status/10"><time datetime="2026-01-01T00:00:00.000Z">x</time></a><span data-testid="app-text-transition-container">${shown}</span>
<div role="group" aria-label="${label}"></div></article></body></html>`;
}

describe('the text of a post', () => {
  it.each([
    [
      'a mention stands in a box that breaks no line',
      'with <div><a href="/ada">@ada</a></div>, too',
      'with @ada, too',
    ],
    ['line breaks are its own', '<span>one\ntwo</span>', 'one\ntwo'],
    [
      'of a shortened link the hidden rest counts, the dots do not',
      '<a href="https://t.co/x"><span>https://</span>brook.example/pot<span>s</span><span>…</span></a>',
      'https://brook.example/pots',
    ],
    [
      'a picture that stands for an emoji',
      'hot <img alt="🔥" src="e.svg"> <img alt="Ada" src="a.jpg">',
      'hot 🔥',
    ],
    ['what the old page hides', 'see <a class="u-hidden" href="https://t.co/y">pic.twitter.com/y</a>', 'see'],
  ])('%s', (_, html, text) => {
    expect(written(html)).toEqual([text, text]);
  });

  it('is none where nothing is written', () => {
    expect(written(' <span> </span> ')).toEqual([undefined, undefined]);
    expect(postText(null)).toBeUndefined();
  });
});

describe('the views of a post', () => {
  const views = (shown: string, label: string, lang?: string) =>
    readPage(parsePage(post(shown, label, lang)), 'https://x.com/ada/status/10').post?.views;

  it('are exact where the label of its actions ends with the full number', () => {
    expect(views('29.9K', '48 replies, 152 reposts, 553 likes, 30142 views')).toMatchObject({
      value: 30_142,
      precision: 'exact',
    });
    expect(views('3万', '48 件の返信、30142 件の表示', 'ja')?.value).toBe(30_142);
  });

  it('stay rounded where the last number is another', () => {
    for (const label of ['48 replies, 553 likes', '31000 likes, 29 views', '', '29,9 views, ten']) {
      expect(views('29.9K', label)).toMatchObject({ value: 29_900, precision: 'rounded' });
    }
  });
});

describe('addresses of x', () => {
  it.each([
    ['https://x.com/ada/status/10/likes', 'feed', '10/likes'],
    ['https://x.com/Ada/following', 'feed', 'ada/following'],
    ['https://x.com/ada/status/10/photo/1', 'post', '10'],
    ['https://x.com/ada/article/10/media/9', 'post', '10'],
  ])('%s is a %s', (url, kind, id) => {
    expect(identify(new URL(url))).toMatchObject({ kind, id });
  });

  it('knows nothing of others', () => {
    for (const url of [
      'https://x.com/ada/status/abc',
      'https://x.com/ada/lists',
      'https://x.com/i/premium',
    ]) {
      expect(identify(new URL(url))).toBeNull();
    }
  });
});
