import { describe, expect, it } from 'vitest';
import {
  followersAmong,
  memberIn,
  nameInTitle,
  outward,
  timeIn,
  withoutTags,
} from '../../utils/sites/linkedin/hooks.ts';
import { site } from '../../utils/sites/linkedin.ts';
import { factsOf } from '../../utils/sites/shared/facts.ts';
import { parsePage } from '../support/parse-page.ts';

const identify = (url: string) => site.identify(new URL(url));
const base = 'https://www.linkedin.com/';

describe('addresses of LinkedIn', () => {
  it('a person and a company of the same name are two', () => {
    expect(identify('https://www.linkedin.com/in/lin/')?.id).toBe('in/lin');
    expect(identify('https://www.linkedin.com/company/lin/')?.id).toBe('company/lin');
  });

  it('a post is the same under its short and its long address', () => {
    const long = identify(
      'https://www.linkedin.com/posts/lin-zhou_new-pots-activity-7300000000000000000-aB3d/',
    );
    const short = identify('https://de.linkedin.com/feed/update/urn:li:activity:7300000000000000000');
    expect(long?.url).toBe(short?.url);
    expect(long?.handle).toBe('lin-zhou');
  });

  it.each([
    'https://www.linkedin.com/jobs/view/123/',
    'https://www.linkedin.com/company/lin/jobs/',
    'https://learning.linkedin.com/in/lin/',
    'https://www.linkedin.com/posts/no-number',
  ])('nothing is known about %s', (url) => {
    expect(identify(url)).toBeNull();
  });
});

describe('what stands on the pages', () => {
  const facts = factsOf(parsePage('<!doctype html><html lang="en"><body></body></html>'));

  it('numbers hold the moment of a post or comment, other numbers do not', () => {
    expect(timeIn('7300000000000000000')?.slice(0, 7)).toBe('2025-02');
    expect(timeIn('123')).toBeUndefined();
    expect(timeIn('9999999999999999999999')).toBeUndefined();
    expect(timeIn('1000000000000000')).toBeUndefined();
  });

  it('tells followers from connections and claims nothing where it cannot', () => {
    expect(followersAmong(facts, ['3M followers', '500+ connections'], 'dom')?.value).toBe(3_000_000);
    expect(followersAmong(facts, ['500+ connections'], 'dom')).toBeUndefined();
    expect(followersAmong(facts, ['5 followers', '6 followers'], 'dom')).toBeUndefined();
  });

  it('takes addresses, names and texts apart', () => {
    expect(memberIn('https://ca.linkedin.com/in/Lin-Zhou?trk=x', base)).toBe('in/lin-zhou');
    expect(memberIn('/jobs/view/1', base)).toBeUndefined();
    expect(nameInTitle('Lin Zhou - Lin Studio | LinkedIn')).toBe('Lin Zhou');
    expect(nameInTitle('Something else')).toBeUndefined();
    expect(withoutTags('a<br>b <a href="x">c</a> 1 < 2')).toBe('a\nb c 1 < 2');
  });

  it("follows the site's own redirect in the address only", () => {
    const page = parsePage(
      '<!doctype html><html><body><a href="https://www.linkedin.com/redir/redirect?url=http%3A%2F%2Flin%2Eexample&amp;urlhash=x">Website</a></body></html>',
    );
    expect(outward(page.querySelector('a'), base)).toBe('http://lin.example');
  });
});
