import { platformIds } from '../domain/platform.ts';
import { templateLimits } from '../domain/template-limits.ts';
import { guessLanguage, tidyLanguage } from './detect-language.ts';
import { type ReadTemplates, take } from './read-result.ts';

/** What a column of a table may hold. */
export const columnMeanings = [
  'title',
  'text',
  'shortcut',
  'folder',
  'tags',
  'language',
  'platforms',
  'reviewOn',
  'reviewNote',
  'id',
  'skip',
] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

const heads: readonly [ColumnMeaning, RegExp][] = [
  ['id', /^(id|uuid|编号|編號)$/],
  [
    'shortcut',
    /^(shortcut|trigger|abbreviation|keyword|key|hotkey|快捷(码|碼|词|詞|键|鍵|短语|指令)?|缩写|縮寫|代码|代碼)$/,
  ],
  ['title', /^(title|name|subject|label|scenario|situation|标题|標題|名称|名稱|场景|場景|问题|問題|情境)$/],
  [
    'text',
    /^(text|body|reply|replies|content|message|template|answer|response|macro|内容|內容|话术|話術|回复|回覆|正文|答案|文案|模板|範本)$/,
  ],
  ['folder', /^(folder|category|group|section|分类|分類|类别|類別|分组|分組|文件夹|資料夾|目录|目錄)$/],
  ['tags', /^(tags?|labels?|标签|標籤)$/],
  ['language', /^(language|lang|locale|语言|語言|语种|語種)$/],
  ['platforms', /^(platforms?|sites?|channels?|平台|渠道|通路|站点|站點)$/],
  ['reviewOn', /^(review( on| date)?|expires?|复核日期|複核日期|有效期|检查日期|檢查日期)$/],
  ['reviewNote', /^(notes?|remarks?|comment|备注|備註|说明|說明)$/],
];

/** Whether a column can be what replies are called: filled in every row, never the same. Replies of one title come together. */
function namesRows(rows: readonly (readonly string[])[], at: number): boolean {
  const cells = rows.map((row) => row[at]?.trim() ?? '');
  return rows.length > 1 && !cells.includes('') && new Set(cells).size === cells.length;
}

/**
 * What each column holds, by its head; each meaning once. Without a head that says so the longest column is the text, and where no head says
 * anything the one before it the title, if it names every row differently.
 */
export function guessColumns(head: readonly string[], rows: readonly (readonly string[])[]): ColumnMeaning[] {
  const taken = new Set<ColumnMeaning>();
  const columns = head.map((cell): ColumnMeaning => {
    const name = cell.normalize('NFKC').trim().toLowerCase();
    const meaning = heads.find(([key, pattern]) => !taken.has(key) && pattern.test(name))?.[0] ?? 'skip';
    if (meaning !== 'skip') taken.add(meaning);
    return meaning;
  });
  if (taken.has('text')) return columns;
  const lengths = head.map((_cell, at) =>
    rows.slice(0, 50).reduce((sum, row) => sum + (row[at]?.length ?? 0), 0),
  );
  const open = columns.flatMap((meaning, at) => (meaning === 'skip' ? [at] : []));
  const longest = open.sort((a, b) => (lengths[b] ?? 0) - (lengths[a] ?? 0))[0];
  const title =
    taken.size === 0 && longest !== undefined && longest > 0 && namesRows(rows, longest - 1)
      ? longest - 1
      : undefined;
  return columns.map((meaning, at) => (at === longest ? 'text' : at === title ? 'title' : meaning));
}

/** Whether the first row names its columns. */
export function hasHead(rows: readonly (readonly string[])[]): boolean {
  const first = rows[0] ?? [];
  return first.some((cell) =>
    heads.some(([, pattern]) => pattern.test(cell.normalize('NFKC').trim().toLowerCase())),
  );
}

const several = (cell: string) =>
  cell
    .split(/[,，;；|、\n]/)
    .map((each) => each.trim())
    .filter(Boolean);

interface Gathered {
  line: number;
  cells: Map<ColumnMeaning, string>;
  variants: Map<string, string[]>;
}

/**
 * Templates out of a table. Rows of one id, or without ids of one title and folder, are one template: another language is another
 * variant, the same language again another wording.
 * @param rows without the head
 * @param firstLine number of the first of them in the file
 */
export function readRows(
  rows: readonly (readonly string[])[],
  columns: readonly ColumnMeaning[],
  { fallback, firstLine = 2 }: { fallback: string; firstLine?: number },
): ReadTemplates {
  const result: ReadTemplates = { templates: [], problems: [] };
  const gathered = new Map<string, Gathered>();
  for (const [index, row] of rows.entries()) {
    const line = index + firstLine;
    const cells = new Map<ColumnMeaning, string>();
    for (const [at, meaning] of columns.entries()) {
      const cell = row[at]?.trim();
      if (meaning !== 'skip' && cell) cells.set(meaning, cell);
    }
    if (cells.size === 0) continue;
    const text = cells.get('text');
    if (text === undefined) {
      result.problems.push({ line, code: 'empty' });
      continue;
    }
    const title = cells.get('title');
    const key =
      cells.get('id') ??
      (title === undefined ? `line ${line}` : `title ${title}\n${cells.get('folder') ?? ''}`);
    const known = gathered.get(key);
    if (!known && gathered.size >= templateLimits.templates) {
      result.problems.push({ line, code: 'too-many' });
      break;
    }
    const entry: Gathered = known ?? { line, cells, variants: new Map() };
    gathered.set(key, entry);
    const language = tidyLanguage(cells.get('language') ?? '') ?? guessLanguage(text).language ?? fallback;
    entry.variants.set(language, [...(entry.variants.get(language) ?? []), text]);
  }
  for (const { line, cells, variants } of gathered.values()) {
    const names = several(cells.get('platforms') ?? '').map((name) => name.toLowerCase());
    take(
      result,
      {
        id: cells.get('id'),
        title: cells.get('title'),
        shortcut: cells.get('shortcut'),
        folder: cells.get('folder'),
        tags: several(cells.get('tags') ?? ''),
        platforms: platformIds.filter((id) => names.includes(id)),
        variants: [...variants].map(([language, wordings]) => ({ language, wordings })),
        reviewOn: cells.get('reviewOn'),
        reviewNote: cells.get('reviewNote'),
      },
      line,
    );
  }
  return result;
}
