import { describe, expect, it } from 'vitest';
import { emailsIn, redirectTarget, typedAddress, webAddress } from '../../utils/sites/shared/contacts.ts';
import { hashtagsIn, mentionsIn } from '../../utils/sites/shared/text.ts';

describe('contacts in a text', () => {
  it('finds e-mail addresses, lower-cased, also between characters without spaces', () => {
    expect(emailsIn('工作联系Lin@Studio.com.cn，谢谢').emails).toEqual(['lin@studio.com.cn']);
    expect(emailsIn('a@b.example. Or C.D+e@f-g.example!').emails).toEqual([
      'a@b.example',
      'c.d+e@f-g.example',
    ]);
    expect(emailsIn('logo@2x.png @handle a@b').emails).toEqual([]);
    expect(emailsIn(undefined).emails).toEqual([]);
  });

  it('reads disguised ones and keeps what the text said', () => {
    expect(emailsIn('Write Name (at) brand.com now')).toEqual({
      emails: ['name@brand.com'],
      raw: 'Name (at) brand.com',
    });
    expect(emailsIn('name [at] brand [dot] co [dot] uk').emails).toEqual(['name@brand.co.uk']);
    expect(emailsIn('name＠brand.com').emails).toEqual(['name@brand.com']);
  });

  it('takes no prose for an address', () => {
    expect(emailsIn('meet me at shop.com').emails).toEqual([]);
    expect(emailsIn('open at nine, see us at the fair').emails).toEqual([]);
  });

  it('stays quick on a long text made to be slow', () => {
    expect(emailsIn(`${'a.'.repeat(50_000)}@`).emails).toEqual([]);
    expect(emailsIn('a (at) '.repeat(14_000)).emails).toEqual([]);
  });

  it('accepts web addresses only', () => {
    for (const address of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//',
      '',
      'mailto:a@b.example',
      'blob:https://a.example/1',
    ]) {
      expect([address, webAddress(address), typedAddress(address)]).toEqual([address, undefined, undefined]);
    }
    expect(typedAddress('twitch.tv/lin')).toBe('https://twitch.tv/lin');
    expect(typedAddress('http://lin.example')).toBe('http://lin.example');
  });

  it('looks behind redirect pages, and only those', () => {
    expect(redirectTarget('https://l.instagram.com/?u=https%3A%2F%2Flin.example%2F&e=1')).toBe(
      'https://lin.example/',
    );
    expect(redirectTarget('https://www.youtube.com/redirect?event=x&q=lin.example')).toBe(
      'https://lin.example',
    );
    expect(redirectTarget('https://l.instagram.com/?u=javascript:alert(1)')).toBe(
      'https://l.instagram.com/?u=javascript:alert(1)',
    );
    expect(redirectTarget('https://lin.example/?u=https://evil.example')).toBe(
      'https://lin.example/?u=https://evil.example',
    );
  });

  it('finds hashtags and mentions', () => {
    expect(hashtagsIn('New #slow #手作 #1 a#b &#39;')).toEqual(['slow', '手作']);
    expect(mentionsIn('by @mara.keramik. and @小周周 not a@b.example')).toEqual(['mara.keramik', '小周周']);
  });
});
