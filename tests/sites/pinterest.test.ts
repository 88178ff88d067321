import { describe, expect, it } from 'vitest';
import { mailTime, nameBefore, written } from '../../utils/sites/pinterest/data.ts';
import { site } from '../../utils/sites/pinterest.ts';
import { hostMatches } from '../../utils/sites/site.ts';

const identify = (url: string) => site.identify(new URL(url));

describe('addresses of Pinterest', () => {
  it('gives one id to a pin under all its forms', () => {
    const forms = [
      'https://www.pinterest.com/pin/100000000000000001/',
      'https://co.pinterest.com/pin/a-red-teapot--100000000000000001/?mt=login',
      'https://www.pinterest.co.uk/pin/100000000000000001/feedback/',
    ];
    expect(new Set(forms.map((url) => identify(url)?.url))).toEqual(
      new Set(['https://www.pinterest.com/pin/100000000000000001/']),
    );
  });

  it.each([
    'https://www.pinterest.com/pin/create/button/?url=x',
    'https://help.pinterest.com/en/article/x',
    'https://business.pinterest.com/linstudio/',
    'https://www.pinterest.com/settings/',
    'https://www.pinterest.com/resource/UserResource/get/',
  ])('%s is nobody', (url) => {
    expect(identify(url)).toBeNull();
  });

  it('goes by the whole host', () => {
    expect(hostMatches(site.hosts, 'br.pinterest.com')).toBe(true);
    expect(hostMatches(site.hosts, 'www.pinterest.com.au')).toBe(true);
    expect(hostMatches(site.hosts, 'pinterest.com.evil.example')).toBe(false);
    expect(hostMatches(site.hosts, 'notpinterest.com')).toBe(false);
  });
});

describe('what the site writes around a text', () => {
  it('leaves out its own filler and the day in front', () => {
    expect(
      written('This Pin was discovered by Lin. Discover (and save!) your own Pins on Pinterest'),
    ).toBeUndefined();
    expect(written('Oct 3, 2024 - This Pin was discovered by Lin.')).toBeUndefined();
    expect(written('Sep 2, 2024 - Fired twice')).toBe('Fired twice');
    expect(written(' ')).toBeUndefined();
  });

  it('takes the name before the handle in brackets only', () => {
    expect(nameBefore('Lin (of the kiln) (LinStudio) - Profile | Pinterest', 'linstudio')).toBe(
      'Lin (of the kiln)',
    );
    expect(nameBefore('Lin (somebody) - Profile | Pinterest', 'linstudio')).toBeUndefined();
  });

  it('reads its moments and nothing that only looks like one', () => {
    expect(mailTime('Thu, 19 Sep 2024 19:41:32 +0000')).toBe('2024-09-19T19:41:32.000Z');
    expect(mailTime('Thu, 19 Sep 2024')).toBeUndefined();
    expect(mailTime(5)).toBeUndefined();
  });
});
