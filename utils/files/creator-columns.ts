import type { CreatorRow, RowAccount } from '../domain/creator-list.ts';
import { mainAccount } from '../domain/creator-order.ts';
import { localDay } from '../domain/day.ts';
import type { PlatformId } from '../domain/platform.ts';
import type { CreatorRole, CreatorStatus, Language } from '../domain/vocabulary.ts';

/** Every column of an export, in its order. One row is one creator. */
export const columnKeys = [
  'name',
  'status',
  'role',
  'platform',
  'handle',
  'profile',
  'followers',
  'rounded',
  'accounts',
  'emails',
  'phones',
  'otherContacts',
  'tags',
  'lastContact',
  'nextAction',
  'due',
  'doNotContact',
  'notes',
  'bio',
  'added',
  'seen',
] as const;
export type ColumnKey = (typeof columnKeys)[number];

/**
 * What stands in the first row of our exports, by language. They are here and not in the locales because a table is read back on a
 * screen of any language: the import recognises a file as ours by a first row whose every cell is a title of one language.
 */
export const columnTitles: Record<Language, Record<ColumnKey, string>> = {
  en: {
    name: 'Name',
    status: 'Status',
    role: 'Role',
    platform: 'Platform',
    handle: 'Handle',
    profile: 'Profile address',
    followers: 'Followers',
    rounded: 'Followers rounded',
    accounts: 'All accounts',
    emails: 'Email',
    phones: 'Phone',
    otherContacts: 'Other contacts',
    tags: 'Tags',
    lastContact: 'Last contact',
    nextAction: 'Next action',
    due: 'Due',
    doNotContact: 'Do not contact',
    notes: 'Notes',
    bio: 'Bio',
    added: 'Added',
    seen: 'Last read',
  },
  zh_CN: {
    name: '昵称',
    status: '状态',
    role: '角色',
    platform: '平台',
    handle: '账号名',
    profile: '主页链接',
    followers: '粉丝数',
    rounded: '粉丝数为约数',
    accounts: '全部账号',
    emails: '邮箱',
    phones: '电话',
    otherContacts: '其他联系方式',
    tags: '标签',
    lastContact: '上次联系',
    nextAction: '下一步',
    due: '截止日',
    doNotContact: '请勿联系',
    notes: '备注',
    bio: '简介',
    added: '收录日期',
    seen: '读取日期',
  },
  zh_TW: {
    name: '名稱',
    status: '狀態',
    role: '角色',
    platform: '平台',
    handle: '帳號名稱',
    profile: '個人檔案網址',
    followers: '追蹤者數',
    rounded: '追蹤者數為約略值',
    accounts: '所有帳號',
    emails: '電子郵件',
    phones: '電話',
    otherContacts: '其他聯絡方式',
    tags: '標籤',
    lastContact: '上次聯絡',
    nextAction: '下一步',
    due: '到期日',
    doNotContact: '請勿聯絡',
    notes: '備註',
    bio: '自我介紹',
    added: '收錄日期',
    seen: '讀取日期',
  },
};

/** A cell: text, a count, or a calendar day (`YYYY-MM-DD`); null where nothing is known. */
export type Cell = string | number | { day: string } | null;

/** The words and names that the cells need, in the language of the screen. */
export interface CellWords {
  language: Language;
  role: (role: CreatorRole) => string;
  status: (status: CreatorStatus) => string;
  platform: (platform: PlatformId) => string;
  /** what stands in a cell that is ticked */
  yes: string;
  /** names of tags by their ids */
  tagName: (tagId: string) => string | undefined;
}

/** Width of each column in characters, and whether its cells may be long. */
export const columnWidths: Record<ColumnKey, number> = {
  name: 24,
  status: 14,
  role: 14,
  platform: 12,
  handle: 20,
  profile: 36,
  followers: 12,
  rounded: 10,
  accounts: 40,
  emails: 28,
  phones: 18,
  otherContacts: 28,
  tags: 24,
  lastContact: 12,
  nextAction: 30,
  due: 12,
  doNotContact: 10,
  notes: 40,
  bio: 40,
  added: 12,
  seen: 12,
};

/** A table as every export begins: the titles, then one row of cells for each creator, in the order of `columnKeys`. */
export interface ExportTable {
  titles: string[];
  widths: number[];
  rows: Cell[][];
}

/** Makes the table of these creators. The day of a point in time is the local one. */
export function exportTable(rows: readonly CreatorRow[], words: CellWords): ExportTable {
  const titles = columnTitles[words.language];
  return {
    titles: columnKeys.map((key) => titles[key]),
    widths: columnKeys.map((key) => columnWidths[key]),
    rows: rows.map((row) => {
      const cells = cellsOf(row, words);
      return columnKeys.map((key) => cells[key]);
    }),
  };
}

const text = (value: string | undefined): Cell => value || null;
const day = (value: string | undefined): Cell => (value ? { day: value } : null);

function cellsOf(row: CreatorRow, words: CellWords): Record<ColumnKey, Cell> {
  const main = mainAccount(row);
  const contacts = (kinds: readonly string[]) =>
    text(
      row.contacts
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ value }) => value)
        .join('; '),
    );
  return {
    name: text(row.displayName),
    status: words.status(row.status),
    role: words.role(row.role),
    platform: main ? words.platform(main.platform) : null,
    handle: text(main?.handle),
    profile: text(main?.url),
    followers: main?.followers ?? null,
    rounded: main?.rounded ? words.yes : null,
    accounts: text(row.accounts.map((account) => accountLine(account, words)).join('\n')),
    emails: contacts(['email']),
    phones: contacts(['phone']),
    otherContacts: contacts(['messenger', 'link']),
    tags: text(row.tagIds.flatMap((id) => words.tagName(id) ?? []).join(', ')),
    lastContact: day(row.lastContact),
    nextAction: text(row.nextAction?.text),
    due: day(row.nextAction?.due),
    doNotContact: row.doNotContact ? words.yes : null,
    notes: text(row.notes),
    bio: text(main?.bio),
    added: day(localDay(new Date(row.createdAt))),
    seen: day(main?.seenAt && localDay(new Date(main.seenAt))),
  };
}

/** "Instagram @mara https://…": one account of several in one cell. */
function accountLine(account: RowAccount, words: CellWords): string {
  return [words.platform(account.platform), `@${account.handle}`, account.url].filter(Boolean).join(' ');
}
