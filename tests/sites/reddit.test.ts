import { describe, expect, it } from 'vitest';
import { personName, siteTime, wholeNumber } from '../../utils/sites/reddit/hooks.ts';
import { site } from '../../utils/sites/reddit.ts';
import { factsOf } from '../../utils/sites/shared/facts.ts';
import { parsePage } from '../support/parse-page.ts';

const identify = (url: string) => site.identify(new URL(url));

describe('addresses of Reddit', () => {
  it('names a group by its name, whatever is shown of it', () => {
    for (const url of [
      'https://www.reddit.com/r/TeapotClub',
      'https://old.reddit.com/r/teapotclub/top/?sort=top&t=all',
      'https://sh.reddit.com/r/TEAPOTCLUB/about/',
    ]) {
      expect(identify(url)).toMatchObject({ kind: 'group', id: 'teapotclub' });
    }
  });

  it('has no single group for feeds of many', () => {
    for (const url of ['https://www.reddit.com/r/all/', 'https://www.reddit.com/r/pots+kilns/']) {
      expect(identify(url)).toMatchObject({ kind: 'feed' });
      expect(identify(url)?.id).toBeUndefined();
    }
  });

  it("a post on a person's own page is a post, and the person's", () => {
    expect(identify('https://www.reddit.com/user/lin_studio/comments/1abc24/hello/')).toMatchObject({
      kind: 'post',
      id: '1abc24',
      handle: 'lin_studio',
    });
  });

  it.each([
    'https://www.reddit.com/user/me/',
    'https://www.reddit.com/r/teapotclub/wiki/index/',
    'https://ads.reddit.com/r/teapotclub/',
    'https://www.reddit.com/r/teapotclub/s/AbCdEf123',
    'https://www.reddit.com/settings/',
  ])('nothing is known about %s', (url) => {
    expect(identify(url)).toBeNull();
  });
});

describe('what stands in attributes', () => {
  const facts = factsOf(parsePage('<!doctype html><html><body></body></html>'));

  it('deleted accounts have no name', () => {
    expect(personName(facts, '[deleted]')).toBeUndefined();
    expect(personName(facts, 'u/lin_studio')?.value).toBe('lin_studio');
    expect(personName(facts, null)).toBeUndefined();
  });

  it('hidden and negative scores are no number of likes, zero is', () => {
    for (const score of ['•', '-3', '', null, '1e5', '12.5']) expect(wholeNumber(score)).toBeUndefined();
    expect(wholeNumber('0')).toMatchObject({ value: 0, precision: 'exact' });
  });

  it('reads moments with an offset without a colon in every engine', () => {
    expect(siteTime('2026-08-31T14:25:05.266000+0000')).toBe('2026-08-31T14:25:05.266000+00:00');
    expect(siteTime('2 years ago')).toBeUndefined();
    expect(siteTime(undefined)).toBeUndefined();
  });
});
