import { describe, expect, test } from 'vitest';
import {
  listHtml,
  listMarkdown,
  listPlain,
  listTabs,
} from '../../../components/dashboard/queue/department-text.ts';
import { nudgeText, passOnText } from '../../../components/queue/case-text.ts';
import { words as en } from '../../../components/queue/words/en.ts';
import { words as zh_CN } from '../../../components/queue/words/zh_CN.ts';
import { words as zh_TW } from '../../../components/queue/words/zh_TW.ts';
import type { QueueTranslate } from '../../../components/queue/words.tsx';
import type { CaseRow } from '../../../utils/domain/case-row.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { common as commonEn } from '../../../utils/i18n/locales/en/common.ts';
import { common as commonCn } from '../../../utils/i18n/locales/zh_CN/common.ts';
import { common as commonTw } from '../../../utils/i18n/locales/zh_TW/common.ts';
import { makeTranslate } from '../../../utils/i18n/translate.ts';

const all = {
  en: { ...commonEn, ...en },
  zh_CN: { ...commonCn, ...zh_CN },
  zh_TW: { ...commonTw, ...zh_TW },
};
const speak = (language: keyof typeof all) =>
  makeTranslate(all, language, 'cross-border') as unknown as QueueTranslate;

const now = Date.parse('2026-03-10T09:00:00.000Z');
const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
const row: CaseRow = {
  id: newId(),
  updatedAt: at(-1),
  title: '=HYPERLINK("https://evil.example","x") <b>*Broken*</b>',
  state: 'passed-on',
  source: 'item',
  platform: 'instagram',
  url: 'https://www.instagram.com/p/Cx1/',
  quote: 'It came\nin pieces',
  author: { platform: 'instagram', handle: 'lena.pots', displayName: 'Lena' },
  department: 'Warehouse',
  urgent: false,
  waitsSince: at(-30),
  passedOnAt: at(-26),
  departmentDue: at(2),
  due: at(-6),
  clock: 'clock',
  reopened: 0,
  nudges: 0,
};
const groups = [{ owner: 'Warehouse', rows: [row] }];

describe('texts to paste', () => {
  test('a reminder says since when, and how often it was said before', () => {
    const t = speak('en');
    expect(nudgeText(t, row, now)).toContain('It has been with you for 1 day 2 hr.');
    expect(nudgeText(t, row, now)).not.toContain('already');
    expect(nudgeText(t, { ...row, nudges: 1 }, now)).toContain('I have reminded you once already.');
    expect(nudgeText(t, { ...row, nudges: 3 }, now)).toContain('I have reminded you 3 times already.');
    expect(nudgeText(speak('zh_CN'), { ...row, nudges: 3 }, now)).toContain('此前已催办 3 次。');
    expect(nudgeText(speak('zh_TW'), { ...row, nudges: 1 }, now)).toContain('先前已催辦 1 次。');
  });

  test('a reminder asks until the deadline, and after it says that it is over', () => {
    const { departmentDue: _, ...free } = row;
    for (const [language, asks, over] of [
      ['en', 'Please answer by', 'Your answer was due by'],
      ['zh_CN', '请在', '已超时'],
      ['zh_TW', '請在', '已逾時'],
    ] as const) {
      const t = speak(language);
      const text = (departmentDue: string) => nudgeText(t, { ...row, departmentDue }, now);
      expect(text(at(2))).toContain(asks);
      expect(text(at(2))).not.toContain(over);
      expect(text(at(-2))).toContain(over);
      expect(text(at(-2))).not.toContain(asks);
      expect(nudgeText(t, free, now)).not.toMatch(new RegExp(`${asks}|${over}`));
    }
  });

  test('passing on says what, who, where, what they wrote and until when', () => {
    const text = passOnText(speak('en'), row, { department: 'Warehouse', due: at(2), now });
    for (const part of ['For Warehouse', 'Lena (@lena.pots)', 'It came\nin pieces', row.url, '1 day 6 hr'])
      expect(text).toContain(part);
    expect(text).not.toMatch(/\{\w+\}/);
  });

  test('the list is no formula, no tag, no Markdown and no second row of a stranger’s', () => {
    const t = speak('en');
    const tabs = listTabs(t, groups, now).split('\n');
    expect(tabs).toHaveLength(2);
    expect(tabs.map((line) => line.split('\t').length)).toEqual([6, 6]);
    expect(tabs[1]).toContain("\t'=HYPERLINK(");
    expect(listHtml(t, groups, now)).toContain('<td>&#39;=HYPERLINK('.replace('&#39;', "'"));
    expect(listHtml(t, groups, now)).not.toContain('<b>');
    expect(listMarkdown(t, groups, now)).toContain('\\<b\\>\\*Broken\\*');
    expect(listPlain(t, [{ owner: null, rows: [{ ...row, title: 'a\nb' }] }], now).split('\n')).toHaveLength(
      2,
    );
  });
});
