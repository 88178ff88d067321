import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { templateDetailsSchema } from '../../../utils/domain/template.ts';
import { htmlText } from '../../../utils/templates/html-text.ts';
import { liquidFromBraces } from '../../../utils/templates/read-braces.ts';
import { readBriskine } from '../../../utils/templates/read-briskine.ts';
import { readEspanso } from '../../../utils/templates/read-espanso.ts';
import type { ReadTemplates } from '../../../utils/templates/read-result.ts';

const textsOf = ({ templates }: ReadTemplates) =>
  templates.map(({ details }) =>
    details.variants.flatMap(({ language, wordings }) => wordings.map(({ text }) => `${language} ${text}`)),
  );
/** Whatever was read is accepted by the store. */
function fits(read: ReadTemplates): void {
  for (const { details } of read.templates) {
    const parsed = z.safeParse(templateDetailsSchema, details);
    if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  }
}

describe('other programs', () => {
  test('Briskine: names, conditions and HTML become ours', () => {
    const head = ['id', 'title', 'shortcut', 'subject', 'tags', 'to', 'cc', 'bcc', 'body'];
    const body =
      '<div>Hi {{to.first_name}},</div><div><br></div><p>{{#if to.vip}}dear{{else}}hello{{/if}} &amp; bye {{order}} {{moment x}}</p>{{cursor}}';
    const read = readBriskine(head, [['x1', 'Greeting', 'h', '', 'a, b', '', '', '', body]], {
      fallback: 'de',
    });
    expect(read.templates[0]?.details).toMatchObject({ title: 'Greeting', shortcut: 'h', tags: ['a', 'b'] });
    expect(textsOf(read)).toEqual([
      [
        'de Hi {{ person.first_name }},\n\n{% if ask.to_vip %}dear{% else %}hello{% endif %} & bye {{ ask.order }} {{ ask.moment }}\n{{ cursor }}',
      ],
    ]);
    expect(read.problems).toEqual([{ line: 2, code: 'unknown-command', detail: 'moment x' }]);
    expect(read.templates[0]?.details.draft).toBeUndefined();
    expect(readBriskine(['a'], [['b']], { fallback: 'en' }).problems).toEqual([
      { line: 1, code: 'not-the-format' },
    ]);
    fits(read);
  });

  test('espanso: triggers, dates, choices, forms and the place of the caret', () => {
    const yaml = `
global_vars:
  - { name: shop, type: echo, params: { echo: "Kiln & Co" } }
matches:
  - trigger: ":hi"
    label: Greeting
    search_terms: [hello]
    replace: "Hi $|$ from {{shop}}, it is {{day}}"
    vars:
      - { name: day, type: date, params: { format: "%d/%m", offset: 86400 } }
  - triggers: [":c", ":choose"]
    replace: "{{out}}"
    vars:
      - { name: out, type: random, params: { choices: ["one way to say it", "another way of it"] } }
  - trigger: ":f"
    form: "Dear [[customer name]], {{pick}}"
    vars:
      - { name: pick, type: choice, params: { values: ["A", { label: "B", id: b }] } }
  - trigger: ":ip"
    replace: "{{ip}}"
    vars:
      - { name: ip, type: shell, params: { cmd: "curl evil.example" } }
  - trigger: ":pic"
    image_path: "/x.png"
`;
    const read = readEspanso(yaml, { fallback: 'en' });
    expect(textsOf(read)).toEqual([
      ['en Hi {{ cursor }} from Kiln & Co, it is {{ today | add_days: 1 | date: "%d/%m" }}'],
      ['en one way to say it', 'en another way of it'],
      ['en Dear {{ ask.customer_name }}, {{ ask.pick | options: "A", "B" }}'],
      ['en {{ ask.ip }}'],
    ]);
    expect(read.templates.map(({ details }) => details.shortcut)).toEqual(['hi', 'c', 'f', 'ip']);
    expect(read.problems).toEqual([
      { line: 4, code: 'program', detail: 'ip' },
      { line: 5, code: 'picture', detail: ':pic' },
    ]);
    fits(read);
  });
  test.each([
    'a: [',
    'matches: 3',
    '',
    '- x',
    `a: &a [x]\nb: &b [${'*a,'.repeat(200)}*a]\nmatches: [${'*b,'.repeat(200)}*b]`,
  ])('espanso: %j is refused', (yaml) => {
    expect(readEspanso(yaml, { fallback: 'en' })).toMatchObject({
      templates: [],
      problems: [{ code: 'not-the-format' }],
    });
  });

  test.each([
    ['Hi {formtext: name=first name}, {cursor}', 'Hi {{ ask.first_name }}, {{ cursor }}'],
    ['{formtext: name=city; default=Oslo}', '{{ ask.city | default: "Oslo" }}'],
    ['{formmenu: red; blue; name=colour}', '{{ ask.colour | default: "red" | options: "red", "blue" }}'],
    ['{time: MMMM D, YYYY}', '{{ today | date: "%B %-d, %Y" }}'],
    ['{time: dddd; shift=+1W}', '{{ today | add_days: 7 | date: "%A" }}'],
    ['{name} and {订单号}', '{{ ask.name }} and {{ ask.订单号 }}'],
    ['{snippet: ;sign}', '{% render "sign" %}'],
    ['{{ already.ours }} {% if x %}{% endif %}', '{{ already.ours }} {% if x %}{% endif %}'],
    ['{ not one } and {1}', '{ not one } and {1}'],
  ])('single braces: %s', (text, wanted) => {
    const problems: string[] = [];
    expect(liquidFromBraces(text, (code) => problems.push(code))).toBe(wanted);
    expect(problems).toEqual([]);
  });
  test('single braces: a command without a counterpart is told', () => {
    const problems: string[] = [];
    expect(
      liquidFromBraces('{urlload: https://evil.example}', (_code, detail) => problems.push(detail)),
    ).toBe('{{ ask.urlload }}');
    expect(problems).toEqual(['{urlload: https://evil.example}']);
  });

  test('HTML becomes its text', () => {
    expect(
      htmlText(
        '<p>a &lt;b&gt;</p><ul><li>one</li><li>two</li></ul><script>x()</script>&#x1F600;&nbsp;&unknown;',
      ),
    ).toBe('a <b>\n\n- one\n- two\n😀 &unknown;');
    expect(htmlText('2 < 3')).toBe('2 < 3');
  });
});
