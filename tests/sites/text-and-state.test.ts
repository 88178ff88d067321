import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathOf, titleOf, withoutTracking } from '../../utils/sites/shared/page.ts';
import { assigned, at, dataWith, jsonAt, objectsIn } from '../../utils/sites/shared/state.ts';
import { cleanHandle, cleanText, sameHandle, textOf } from '../../utils/sites/shared/text.ts';
import { chinaTime, isoTime } from '../../utils/sites/shared/time.ts';
import { parsePage } from '../support/parse-page.ts';

const page = (body: string) => parsePage(`<!doctype html><html><head></head><body>${body}</body></html>`);

describe('text of a page', () => {
  it('takes invisible characters off handles and leaves text as it is', () => {
    expect(cleanHandle('@\u200bnora\u202e.oak\ufeff ')).toBe('nora.oak');
    expect(cleanHandle('\u200b\u200f')).toBeUndefined();
    expect(sameHandle('@Nora.Oak', 'nora.oak\u200e')).toBe(true);
    expect(sameHandle(undefined, undefined)).toBe(false);
    expect(cleanText('\u202eشركة\u200d 👩‍🎨 ')).toBe('\u202eشركة\u200d 👩‍🎨');
    expect(cleanText(' \u200b\u2060 ')).toBeUndefined();
    expect(cleanText('a\u0000b\r\nc')).toBe('ab\nc');
    expect(cleanText(7)).toBeUndefined();
  });

  it('reads what a person would see, with breaks and emoji but no scripts', () => {
    const document = page(
      '<div id="x">One  two<br>three<p>four</p><script>evil()</script><style>a{}</style><img alt="🔥" src="f"><img alt="Photo of a cat" src="c"><b>bold</b></div>',
    );
    expect(textOf(document.querySelector('#x'))).toBe('One two\nthree\nfour\n🔥bold');
    expect(textOf(null)).toBeUndefined();
  });

  it('reads the title without a counter of unread things', () => {
    expect(titleOf(parsePage('<html><head><title>(12) Nora (@n) • X</title></head></html>'))).toBe(
      'Nora (@n) • X',
    );
  });
});

describe('addresses', () => {
  it('drops what only says where a visitor came from', () => {
    const clean = (url: string) => withoutTracking(new URL(url));
    expect(clean('https://a.example/p?utm_source=x&id=7&fbclid=1#top')).toBe('https://a.example/p?id=7');
    expect(clean('https://a.example/p?igsh=1&si=2')).toBe('https://a.example/p');
  });

  it('splits paths, also broken ones', () => {
    expect(pathOf('/@n%C3%A4me/videos/?x=1', 'https://a.example/')).toEqual(['@näme', 'videos']);
    expect(pathOf('/100%/x', 'https://a.example/')).toEqual(['100%', 'x']);
    expect(pathOf('http://[', 'https://a.example/')).toEqual([]);
    expect(pathOf(null, 'https://a.example/')).toEqual([]);
  });
});

describe('data in script elements', () => {
  it('finds assignments of every form', () => {
    const forms = [
      'var data = {"a":"}{"};',
      'window.data={"a":"}{"};var other = {"b":1};',
      'window["data"] = {"a":"}{"};(function(){ return {}; })();',
      "var data = '\\x7b\\x22a\\x22:\\x22\\u007d{\\x22}';",
      'var data = JSON.parse("{\\"a\\":\\"}{\\"}");',
    ];
    for (const form of forms) {
      expect([form, assigned(page(`<script>${form}</script>`), 'data')]).toEqual([form, { a: '}{' }]);
    }
  });

  it('runs nothing and takes nothing that is no JSON', () => {
    const scripts =
      '<script>var data = {a: alert(1)};</script><script>mydata = {"a":1};</script><script src="x">var data={"a":2}</script>';
    expect(assigned(page(scripts), 'data')).toBeUndefined();
    expect(assigned(page('<script>var data = {"a":"open</script>'), 'data')).toBeUndefined();
  });

  it('finds the object that a call hands over', () => {
    const document = page(`<script>loaded('/x/', {"user":{"name":"a \\"}\\" b"}});other({"n":1});</script>`);
    expect(dataWith(document, 'loaded')).toEqual([{ user: { name: 'a "}" b' } }]);
    expect(dataWith(document, 'absent')).toEqual([]);
  });

  it('reads any JSON back from the middle of a script', () => {
    fc.assert(
      fc.property(fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue())), (value) => {
        const json = JSON.stringify(value);
        expect(jsonAt(`x = ${json};y = {"z":"}"};`, 4)).toEqual(JSON.parse(json));
      }),
    );
  });

  it('looks at own properties only and gives up on bottomless data', () => {
    expect(at({}, 'constructor')).toBeUndefined();
    expect(at(JSON.parse('{"__proto__":{"a":1}}'), '__proto__', 'a')).toBe(1);
    expect(at('text', 'length')).toBeUndefined();
    let deep: unknown = { here: true };
    for (let level = 0; level < 5_000; level++) deep = { deep };
    expect(objectsIn(deep, (object) => 'here' in object)).toEqual([]);
  });
});

describe('times', () => {
  it('writes ISO 8601 and keeps an offset that the page gave', () => {
    expect(isoTime(1767225600)).toBe('2026-01-01T00:00:00.000Z');
    expect(isoTime('1767225600000')).toBe('2026-01-01T00:00:00.000Z');
    expect(isoTime('2008-08-01T04:06:40-07:00')).toBe('2008-08-01T04:06:40-07:00');
    expect(isoTime('2026-13-01')).toBeUndefined();
    expect(isoTime('2 years ago')).toBeUndefined();
    expect(isoTime(0)).toBeUndefined();
  });

  it("reads China's wall clock", () => {
    expect(chinaTime('2020-06-05 11:11:05')).toBe('2020-06-05T11:11:05+08:00');
    expect(chinaTime('2020-7-7 9:16')).toBe('2020-07-07T09:16:00+08:00');
    expect(chinaTime('06月05日 11:11')).toBeUndefined();
  });
});
