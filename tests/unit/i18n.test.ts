import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { problemReasons } from '../../utils/domain/page-reading.ts';
import { pageKinds, platformIds } from '../../utils/domain/platform.ts';
import { errorCodes } from '../../utils/domain/result.ts';
import {
  chosenItems,
  creatorRoles,
  creatorStatuses,
  dayParts,
  defaultItems,
  languages,
  themes,
  tiers,
} from '../../utils/domain/vocabulary.ts';
import { literalText, nodesOf, parse, productFiles, root, type SyntaxNode } from '../support/source-files.ts';

const folder = join(root, 'utils/i18n/locales');
const surfaces = readdirSync(join(folder, 'en')).map((name) => name.replace(/\.ts$/, ''));

/** The words of one file, `locales/<language>/<surface>.ts`, which exports one object of that name. */
async function wordsOf(language: string, surface: string): Promise<Record<string, string>> {
  const module: Record<string, unknown> = await import(
    pathToFileURL(join(folder, language, `${surface}.ts`)).href
  );
  return module[surface] as Record<string, string>;
}

const all: { language: string; surface: string; words: Record<string, string> }[] = [];
for (const language of languages)
  for (const surface of surfaces) all.push({ language, surface, words: await wordsOf(language, surface) });
const english = new Map(
  all.filter(({ language }) => language === 'en').map((file) => [file.surface, file.words]),
);
const englishKeys = [...english.values()].flatMap((words) => Object.keys(words));

/** `x_one` and `x_other` are asked for as `x`. */
function askedAs(key: string): string {
  const base = key.replace(/_(one|other)$/, '');
  return englishKeys.includes(`${base}_one`) && englishKeys.includes(`${base}_other`) ? base : key;
}

test.each(all.filter(({ language }) => language !== 'en'))(
  '$language/$surface has the keys of English, without the forms that Chinese lacks',
  ({ surface, words }) => {
    const wanted = Object.keys(english.get(surface) ?? {}).filter((key) => !key.endsWith('_one'));
    expect(Object.keys(words).sort()).toEqual(wanted.sort());
  },
);

test.each(all)(
  '$language/$surface has no empty words and the placeholders of English',
  ({ surface, words }) => {
    // `{creator}` is the operator's word, filled in by itself where a language has one
    const placeholders = (text: string) =>
      [...new Set(text.match(/\{\w+\}/g) ?? [])].filter((name) => name !== '{creator}').sort();
    for (const [key, text] of Object.entries(words)) {
      expect(text.trim(), key).not.toBe('');
      expect(placeholders(text), key).toEqual(placeholders(english.get(surface)?.[key] ?? ''));
    }
  },
);

test('no key stands in two files that a surface uses together', () => {
  const common = new Set(Object.keys(english.get('common') ?? {}));
  const doubled = [...english].flatMap(([surface, words]) =>
    surface === 'common' ? [] : Object.keys(words).filter((key) => common.has(key)),
  );
  expect(doubled).toEqual([]);
});

/** Everything in the code that may be a key: whole strings, and the fixed parts of templates such as `error_${code}`. */
function keysInCode() {
  const literals = new Set<string>();
  const patterns = new Set<string>();
  const asked: { key: string; path: string }[] = [];
  for (const path of productFiles().filter((name) => !name.startsWith('utils/i18n/locales/'))) {
    for (const node of nodesOf(parse(path))) {
      const text = literalText(node);
      if (text !== undefined) literals.add(text);
      if (node.type === 'TemplateLiteral') {
        const parts = (node.quasis as { value: { raw: string } }[]).map(({ value }) => value.raw);
        if (/^[a-z_]+_$/.test(parts[0] ?? '')) patterns.add(`^${parts.join('[\\w-]+')}$`);
      }
      const callee = node.callee as SyntaxNode | undefined;
      const first = literalText((node.arguments as unknown[] | undefined)?.[0]);
      if (node.type === 'CallExpression' && callee?.name === 't' && first !== undefined)
        asked.push({ key: first, path });
    }
  }
  return { literals, patterns: [...patterns].map((source) => new RegExp(source)), asked };
}
const used = keysInCode();

test('every key is used', () => {
  const unused = [...new Set(englishKeys.map(askedAs))].filter(
    (key) => !used.literals.has(key) && !used.patterns.some((pattern) => pattern.test(key)),
  );
  expect(unused).toEqual([]);
});

test('every key that the code asks for exists', () => {
  const known = new Set(englishKeys.map(askedAs));
  expect(used.asked.length).toBeGreaterThan(100);
  expect(used.asked.filter(({ key }) => !known.has(key))).toEqual([]);
});

test.each([
  ['common', 'error_', errorCodes],
  ['common', 'platform_', platformIds],
  ['common', 'role_', creatorRoles],
  ['common', 'status_', creatorStatuses],
  ['common', 'tier_', tiers],
  ['common', 'reason_', problemReasons],
  ['common', 'routine_', [...defaultItems, ...chosenItems]],
  ['popup', 'kind_', pageKinds],
  ['popup', 'part_', dayParts],
  ['dashboard', 'theme_', themes],
  ['dashboard', 'language_', ['auto', ...languages]],
])('%s has words for each value behind %s and for no other', (surface, prefix, values) => {
  const keys = Object.keys(english.get(surface) ?? {}).filter((key) => key.startsWith(prefix));
  expect(keys.sort()).toEqual(values.map((value) => prefix + value).sort());
});

/** Chinese characters that a double-byte encoding can write, by the rows of its standard. */
function characters(encoding: string, rows: [number, number], cells: [number, number][]): Set<string> {
  const decoder = new TextDecoder(encoding);
  const found = new Set<string>();
  for (let row = rows[0]; row <= rows[1]; row++)
    for (const [from, to] of cells)
      for (let cell = from; cell <= to; cell++) found.add(decoder.decode(new Uint8Array([row, cell])));
  return found;
}
const traditional = characters(
  'big5',
  [0xa4, 0xf9],
  [
    [0x40, 0x7e],
    [0xa1, 0xfe],
  ],
);
const simplified = characters('gbk', [0xb0, 0xf7], [[0xa1, 0xfe]]);
/** Names of languages stand in their own script everywhere. */
const texts = (language: string) =>
  all
    .filter((file) => file.language === language)
    .flatMap(({ words }) => Object.entries(words))
    .filter(([key]) => !key.startsWith('language_'));
/** Big5 holds these as rare old forms; on a screen in Taiwan they are simplified Chinese. */
const rareForms = new Set('个与万从无号体礼机');
for (const sign of rareForms) traditional.delete(sign);
const foreign = (text: string, script: Set<string>) =>
  [...text].filter((sign) => /\p{Script=Han}/u.test(sign) && !script.has(sign)).join('');

test('zh_TW is written in traditional characters, zh_CN in simplified ones', () => {
  expect(texts('zh_TW').filter(([, text]) => foreign(text, traditional))).toEqual([]);
  expect(texts('zh_CN').filter(([, text]) => foreign(text, simplified))).toEqual([]);
  expect(foreign('设置与網站', traditional)).toBe('设与');
  expect(foreign('设置与網站', simplified)).toBe('網');
});

/** Words of the mainland that Taiwan does not use, as they would look in traditional characters. */
const mainland =
  '視頻|帖子|評論|私信|紅人|粉絲數|關注數|設置|保存|賬號|賬戶|賬|屏幕|默認|信息|網絡|鏈接|點擊|刷新|窗口|用戶|軟件|硬件|程序|插件|登錄|搜索|文件|文件夾|標籤頁|回車|加載|導出|導入|剪貼板|鼠標|擴展|質量|短信|博客|打印|收件箱|撤銷|店鋪|數據庫|自定義|圖標|網民|素材庫|添加|彈窗|群組|主頁';

test('zh_TW speaks as Taiwan does', () => {
  const words = new RegExp(mainland);
  expect(texts('zh_TW').filter(([, text]) => words.test(text))).toEqual([]);
});

test('zh_CN has no words of Taiwan', () => {
  const words = /貼文|网红|追踪者|社团|粉专|范本|影片|萤幕|储存|设定|帐号|预设|资讯|滑鼠|视窗|程式|开启/;
  expect(texts('zh_CN').filter(([, text]) => words.test(text))).toEqual([]);
});
