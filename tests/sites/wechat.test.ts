import { describe, expect, it } from 'vitest';
import { scriptFacts } from '../../utils/sites/wechat/script.ts';
import { site } from '../../utils/sites/wechat.ts';
import { parsePage } from '../support/parse-page.ts';

const identify = (url: string) => site.identify(new URL(url));
const scripts = (text: string) =>
  scriptFacts(parsePage(`<!doctype html><html><body><script>${text}</script></body></html>`));

describe('addresses of WeChat', () => {
  it('keeps what the long form needs and nothing else', () => {
    expect(
      identify(
        'http://mp.weixin.qq.com/s?__biz=MzA1MDAwMDAwMA==&mid=265&idx=1&sn=0a&chksm=f&scene=27#wechat_redirect',
      )?.url,
    ).toBe('https://mp.weixin.qq.com/s?__biz=MzA1MDAwMDAwMA==&mid=265&idx=1&sn=0a');
  });

  it("keeps no session's token", () => {
    for (const url of [
      'https://mp.weixin.qq.com/misc/appmsgcomment?action=list_latest_comment&token=123456',
      'https://mp.weixin.qq.com/cgi-bin/message?t=message/list&token=123456&lang=zh_CN',
    ]) {
      expect(identify(url)?.kind).toBe('inbox');
      expect(identify(url)?.url).not.toContain('token');
    }
  });

  it.each([
    'https://mp.weixin.qq.com/',
    'https://mp.weixin.qq.com/cgi-bin/home?t=home/index&token=1',
    'https://mp.weixin.qq.com/mp/aboutbiz',
  ])('nothing is known about %s', (url) => {
    expect(identify(url)).toBeNull();
  });
});

describe('what the scripts say', () => {
  it('reads the first level of the object only', () => {
    const facts = scripts(
      `window.cgiDataNew = { a: { title: 'inner' }, list: [{ title: 'listed' }], title: JsDecode('outer \\x26amp; \\x22more\\x22'), time: '5' * 1 };`,
    );
    expect(facts.get('title')).toBe('outer & "more"');
    expect(facts.get('time')).toBe('5');
  });

  it('is not misled by brackets and names inside texts', () => {
    const facts = scripts(`window.cgiDataNew = { desc: 'a } title: \\'no\\', { [', title: "yes" };`);
    expect(facts.get('title')).toBe('yes');
  });

  it('takes the first variable that says something', () => {
    const facts = scripts(
      'var biz = "" || "MzA1"; var ct = "1466462188"; var nickname = htmlDecode("Lin &amp; Co; x");\nvar msg_title = \'A\'.html(false);',
    );
    expect(Object.fromEntries(facts)).toMatchObject({
      bizuin: 'MzA1',
      ori_create_time: '1466462188',
      nick_name: 'Lin & Co; x',
      title: 'A',
    });
  });

  it('is done in time with megabytes without a closing bracket', () => {
    const facts = scripts(`window.cgiDataNew = { desc: '${'ab c\\x26'.repeat(300_000)}'`);
    expect(Object.fromEntries(facts)).not.toHaveProperty('title');
  });
});
