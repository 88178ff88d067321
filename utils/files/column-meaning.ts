import type { PlatformId } from '../domain/platform.ts';
import { type DayOrder, dayOrderOf, emailsIn, parseCount, parseDay } from './cell-values.ts';
import { columnTitles } from './creator-columns.ts';
import { platformWords, roleWords, statusWords, wordKey } from './table-words.ts';

/** What a column can mean. `accounts`: several profiles in one cell, as our own exports write them. */
export const fields = [
  'name',
  'platform',
  'handle',
  'profile',
  'accounts',
  'followers',
  'rounded',
  'email',
  'phone',
  'role',
  'status',
  'tags',
  'notes',
  'lastContact',
  'nextAction',
  'due',
  'doNotContact',
  'ignore',
] as const;
export type ColumnField = (typeof fields)[number];

/** Fields of which a row has several. Any other one is taken from the first column that has it. */
export const repeatable: readonly ColumnField[] = [
  'handle',
  'profile',
  'email',
  'phone',
  'tags',
  'notes',
  'ignore',
];

export interface ColumnMeaning {
  field: ColumnField;
  /** of a column of handles: their platform, where no column says it */
  platform?: PlatformId | undefined;
  /** of a column of days: which number is the day */
  order?: DayOrder | null | undefined;
}

/** Heads of columns, by field. The titles of our own exports are added to them. */
const heads: Record<Exclude<ColumnField, 'ignore'>, string> = {
  name: 'name,full name,display name,nickname,creator,creator name,influencer,influencer name,kol,kol name,contact name,昵称,暱稱,名称,名稱,姓名,名字,红人,红人昵称,达人,达人昵称,达人名称,红人名称,网红,網紅,網紅名稱,博主,博主昵称,账号昵称,帳號暱稱,创作者,創作者',
  platform:
    'platform,channel,social platform,network,social media,site,平台,渠道,所在平台,社交平台,社群平台,频道',
  handle:
    'handle,username,user name,account,account name,user,id,user id,@,账号,帳號,账号名,帳號名稱,用户名,使用者名稱,账号id,達人id,达人id,红人id,账户,帳戶,小红书号,抖音号,微博账号,ins账号',
  profile:
    'profile,url,link,profile url,profile link,profile address,channel url,channel link,homepage,address of profile,主页,主頁,主页链接,主頁連結,链接,連結,网址,網址,个人主页,個人檔案,個人檔案網址,账号链接,帳號連結,红人链接,达人链接,地址链接',
  accounts: 'all accounts,全部账号,所有帳號',
  followers:
    'followers,follower count,followers count,subscribers,fans,subs,follower,粉丝,粉丝数,粉絲,粉絲數,粉丝量,粉絲量,追蹤者,追蹤者數,追踪数,订阅数,訂閱數,关注者,关注者数,粉丝数量',
  rounded: 'followers rounded,粉丝数为约数,追蹤者數為約略值',
  email:
    'email,e-mail,mail,email address,contact email,business email,邮箱,郵箱,电子邮箱,电子邮件,電子郵件,信箱,电邮,電郵,联系邮箱,聯絡信箱,邮件',
  phone:
    'phone,phone number,mobile,tel,telephone,cell,whatsapp,电话,電話,手机,手機,手机号,手機號碼,联系电话,聯絡電話,电话号码',
  role: 'role,type,category,creator type,角色,类型,類型,身份,红人类型,达人类型',
  status: 'status,stage,state,progress,状态,狀態,进度,進度,阶段,階段,合作状态,合作狀態,跟进状态,建联状态',
  tags: 'tags,tag,label,labels,niche,topics,keywords,标签,標籤,分类,分類,领域,領域,垂类,类目,類別,赛道',
  notes: 'notes,note,comment,comments,remark,remarks,memo,备注,備註,说明,說明,备忘,附注,評註,评语',
  lastContact:
    'last contact,last contacted,contacted on,contact date,date contacted,上次联系,上次聯絡,最近联系,最近聯絡,联系日期,联系时间,聯絡日期,建联时间,建联日期',
  nextAction:
    'next action,next step,to-do,follow up,下一步,后续动作,後續動作,待办,待辦,跟进事项,跟進事項,下一步动作',
  due: 'due,due date,deadline,follow up date,next contact,next follow up,截止日,截止日期,到期日,到期,跟进日期,跟進日期,下次联系,下次聯絡,下次联系时间',
  doNotContact:
    'do not contact,dnc,unsubscribed,opt out,optout,blacklist,blocked,请勿联系,請勿聯絡,勿扰,勿擾,黑名单,黑名單,不再联系',
};

const ownFields: Record<keyof (typeof columnTitles)['en'], ColumnField> = {
  name: 'name',
  status: 'status',
  role: 'role',
  platform: 'platform',
  handle: 'handle',
  profile: 'profile',
  followers: 'followers',
  rounded: 'rounded',
  accounts: 'accounts',
  emails: 'email',
  phones: 'phone',
  otherContacts: 'ignore',
  tags: 'tags',
  lastContact: 'lastContact',
  nextAction: 'nextAction',
  due: 'due',
  doNotContact: 'doNotContact',
  notes: 'notes',
  bio: 'ignore',
  added: 'ignore',
  seen: 'ignore',
};

const fieldByHead = new Map<string, ColumnField>();
for (const [field, words] of Object.entries(heads) as [ColumnField, string][])
  for (const word of words.split(',')) fieldByHead.set(wordKey(word), field);
for (const titles of Object.values(columnTitles))
  for (const [key, title] of Object.entries(titles) as [keyof typeof ownFields, string][])
    fieldByHead.set(wordKey(title), ownFields[key]);

/** What the head of a column says; null where it says nothing known. A platform's name heads a column of its handles or addresses. */
function meaningOfHead(head: string): ColumnMeaning | null {
  const key = wordKey(head);
  const field = fieldByHead.get(key);
  if (field) return { field };
  const platform = platformWords.get(key);
  if (platform) return { field: 'handle', platform };
  // "Instagram handle", "小红书链接": the platform and what of it
  for (const [word, found] of platformWords) {
    if (word.length < 2 || !key.startsWith(word)) continue;
    const rest = fieldByHead.get(key.slice(word.length));
    if (rest === 'handle' || rest === 'name') return { field: 'handle', platform: found };
    if (rest === 'profile' || rest === 'followers') return { field: rest };
  }
  return null;
}

/** Share of the filled cells that pass. */
function share(cells: readonly string[], passes: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(passes).length / cells.length;
}

/** What the cells of a column look like; null where they could be anything. */
function fieldOfCells(cells: readonly string[]): ColumnField | null {
  if (cells.length === 0) return null;
  if (share(cells, (cell) => /^(https?:\/\/|www\.)\S+$/i.test(cell.trim())) > 0.7) return 'profile';
  if (share(cells, (cell) => emailsIn(cell).length > 0) > 0.7) return 'email';
  if (share(cells, (cell) => /^@[\w.-]{2,}$/.test(cell.trim())) > 0.7) return 'handle';
  if (share(cells, (cell) => platformWords.has(wordKey(cell))) > 0.9) return 'platform';
  if (share(cells, (cell) => statusWords.has(wordKey(cell))) > 0.9) return 'status';
  if (share(cells, (cell) => roleWords.has(wordKey(cell))) > 0.9) return 'role';
  if (share(cells, (cell) => parseCount(cell)?.raw !== undefined) > 0.7) return 'followers';
  return null;
}

/** Cells of one column that are filled, of the first rows of data. */
function cellsOf(rows: readonly string[][], column: number, most: number): string[] {
  const cells: string[] = [];
  for (const row of rows) {
    const cell = row[column];
    if (cell?.trim()) cells.push(cell);
    if (cells.length >= most) break;
  }
  return cells;
}

/** Whether the first row holds titles: one of them is known, or none looks like data while the rows below do. */
export function hasTitles(rows: readonly string[][]): boolean {
  const [first = [], ...rest] = rows;
  if (first.some((cell) => meaningOfHead(cell) !== null && platformWords.get(wordKey(cell)) === undefined))
    return true;
  const isData = (cell: string) => fieldOfCells([cell]) !== null || parseCount(cell) !== null;
  return !first.some(isData) && rest.slice(0, 20).some((row) => row.some(isData));
}

/**
 * Guesses what each column means, by its title and else by its cells. A column that nothing tells about is left out; the person sees
 * and changes all of it.
 * @param titles empty where the file has none
 * @param rows of data
 */
export function guessColumns(titles: readonly string[], rows: readonly string[][]): ColumnMeaning[] {
  const width = rows.slice(0, 1_000).reduce((most, row) => Math.max(most, row.length), titles.length);
  const taken = new Set<ColumnField>();
  const meanings: ColumnMeaning[] = [];
  for (let column = 0; column < width; column++) {
    const cells = cellsOf(rows, column, 200);
    const byHead = meaningOfHead(titles[column] ?? '');
    let meaning: ColumnMeaning = byHead ?? { field: fieldOfCells(cells) ?? 'ignore' };
    // a title such as "account" may stand above addresses, "link" above mail
    const looks = fieldOfCells(cells);
    if (
      byHead &&
      (looks === 'profile' || looks === 'email') &&
      ['handle', 'profile', 'email'].includes(byHead.field)
    )
      meaning = { field: looks };
    if (
      byHead?.field === 'due' &&
      share(cells, (cell) => parseDay(cell, 'dmy') !== null) < 0.3 &&
      cells.length > 0
    )
      meaning = { field: 'nextAction' };
    if (!repeatable.includes(meaning.field) && taken.has(meaning.field)) meaning = { field: 'ignore' };
    taken.add(meaning.field);
    if (meaning.field === 'lastContact' || meaning.field === 'due')
      meaning.order = dayOrderOf(cellsOf(rows, column, 100_000)).order;
    meanings.push(meaning);
  }
  return meanings;
}

const asked = new WeakMap<readonly string[][], Map<number, boolean>>();

/** Whether the days of a column can be read in two ways, so that somebody has to say which. Worked out once for each table. */
export function asksForOrder(rows: readonly string[][], column: number): boolean {
  const known = asked.get(rows) ?? new Map<number, boolean>();
  asked.set(rows, known);
  const asks = known.get(column) ?? dayOrderOf(cellsOf(rows, column, 100_000)).asks;
  known.set(column, asks);
  return asks;
}
