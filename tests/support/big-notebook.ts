import type { Database } from '../../utils/storage/database.ts';
import { fillingScript, inventedRows } from './invented-rows.ts';

export interface BigNotebook {
  creators: number;
  /** looks at each creator's account */
  observationsEach: number;
}

/**
 * Fills a notebook that is open with invented creators, always the same ones: each with an account, an e-mail address, one to
 * three tags, a row in the log and a series of numbers; every fifth has a follow-up. Written straight into the stores, with the
 * counters that the product would have kept. The newest creator comes last, an hour before `2026-11-01`.
 *
 * It uses nothing around it, so that it can be sent into a page of the extension as text: see `bigNotebookScript`.
 */
export async function fillBigNotebook(
  database: Database | IDBDatabase,
  { creators, observationsEach }: BigNotebook,
  rows: typeof inventedRows,
): Promise<void> {
  const given = [
    'Mira',
    'Noor',
    'Lin',
    'Tomás',
    'Åsa',
    'Jun',
    'Ola',
    'Priya',
    '小满',
    '阿诺',
    '青禾',
    '雨桐',
  ];
  const family = ['Holm', 'Reyes', 'Okafor', 'Vance', 'Lindqvist', 'Mori', '陶', '林', '周', '沈'];
  const topics = [
    '陶艺',
    'ceramics',
    'slow travel',
    '手作',
    'home baking',
    '露营',
    'film photography',
    '穿搭',
  ];
  const tagNames = [
    'spring',
    'clay',
    'Leeds',
    '达人',
    '样品',
    'fast answer',
    'video',
    '双十一',
    'abroad',
    'vip',
  ];
  const colours = ['blue', 'green', 'amber', 'red', 'violet', 'teal', 'pink', 'grey'];
  const platforms = ['instagram', 'tiktok', 'xiaohongshu', 'weibo', 'youtube', 'douyin'];
  const roles = ['influencer', 'koc', 'customer', 'partner-brand', 'agency'];
  const statuses = ['found', 'contacted', 'negotiating', 'working-together', 'declined'];
  const newest = Date.parse('2026-11-01T00:00:00.000Z');
  const hour = 3_600_000;

  const { random, hex, idAt, row } = rows();
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

  type Put = (store: string, record: object) => void;
  const counted = new Map<string, number>();
  const count = (name: string, by = 1) => counted.set(name, (counted.get(name) ?? 0) + by);
  const inOneTransaction = (work: (put: Put, transaction: IDBTransaction) => void) =>
    new Promise<void>((done, failed) => {
      const stores = ['creators', 'accounts', 'contacts', 'observations', 'activities', 'tags', 'counters'];
      const plain = database as IDBDatabase;
      const transaction = plain.transaction(stores, 'readwrite', { durability: 'relaxed' });
      transaction.oncomplete = () => done();
      transaction.onabort = () => failed(transaction.error ?? new Error('the browser gave up'));
      work((store, record) => void transaction.objectStore(store).put(record), transaction);
    });

  const first = newest - creators * hour;
  const tagIds: string[] = [];
  await inOneTransaction((put) => {
    tagNames.forEach((name, index) => {
      const tag = { ...row(first - (tagNames.length - index) * hour), name, colour: colours[index % 8] };
      tagIds.push(tag.id);
      put('tags', tag);
      count('records');
    });
  });

  const putOne = (put: Put, index: number) => {
    const time = first + index * hour;
    const name = `${pick(given)} ${pick(family)}`;
    const platform = pick(platforms);
    const handle = `invented.${index}.${hex(4)}`;
    const url = `https://${platform}.example/${handle}`;
    const due = new Date(newest + (index % 40) * 24 * hour).toISOString().slice(0, 10);
    const plan = index % 5 === 0 ? { nextAction: { text: `Ask ${name} about the samples`, due }, due } : {};
    const creator = {
      ...row(time),
      displayName: name,
      role: pick(roles),
      loyalty: 'none',
      status: pick(statuses),
      ...plan,
      tagIds: [...new Set([pick(tagIds), pick(tagIds), pick(tagIds)])],
      notes:
        index % 3 === 0
          ? `${pick(topics)}, ${pick(topics)}. Answers on ${index % 2 ? '周一' : 'Fridays'}.`
          : '',
      doNotContact: false,
    };
    put('creators', creator);
    count('creators');
    count('records');
    if (index % 5 === 0) count(`due:${due}`);

    const series = Math.floor(random() * 400_000) + 500;
    const lastLook = time + Math.max(0, observationsEach - 1) * 60_000;
    const readAt = new Date(lastLook).toISOString();
    const accountRow = row(time);
    const followersAt = (look: number) => ({
      value: series + look * (index % 90),
      source: 'state',
      precision: index % 4 === 0 ? 'rounded' : 'exact',
    });
    put('accounts', {
      ...accountRow,
      updatedAt: readAt,
      creatorId: creator.id,
      platform,
      handle,
      stableId: String(1_000_000 + index),
      identityKeys: [`${platform}:#${1_000_000 + index}`, `${platform}:${handle}`],
      handleHistory: [],
      url,
      facts: {
        handle: { value: handle, source: 'url' },
        displayName: { value: name, source: 'dom' },
        followers: followersAt(observationsEach - 1),
        bio: { value: `${pick(topics)} · ${pick(topics)} · ${handle}@mail.example`, source: 'dom' },
      },
      readAt: { handle: readAt, displayName: readAt, followers: readAt, bio: readAt },
    });
    put('contacts', {
      ...row(time),
      creatorId: creator.id,
      kind: 'email',
      value: `${handle}@mail.example`,
      source: 'dom',
      inferred: false,
      url,
      readAt,
    });
    count('records', 2);
    for (let look = 0; look < observationsEach; look++) {
      const seen = row(time + look * 60_000);
      const counts = { followers: followersAt(look) };
      put('observations', { ...seen, accountId: accountRow.id, at: seen.createdAt, url, counts });
    }
    const logged = row(time);
    const about = { kind: 'creator-captured', subjectId: creator.id, operationId: idAt(time) };
    put('activities', { ...logged, at: logged.createdAt, ...about });
  };
  const perTransaction = Math.max(1, Math.floor(5_000 / (observationsEach + 4)));
  for (let from = 0; from < creators; from += perTransaction) {
    await inOneTransaction((put) => {
      for (let index = from; index < Math.min(creators, from + perTransaction); index++) putOne(put, index);
    });
  }

  await inOneTransaction((put, transaction) => {
    count('commits');
    for (const [id, by] of counted) {
      const add = (before: { value: number } | undefined) =>
        put('counters', { id, value: (before?.value ?? 0) + by });
      // a connection of the product answers with promises, one of a page's own with requests
      const asked = transaction.objectStore('counters').get(id) as unknown;
      if (asked instanceof Promise) void asked.then(add);
      else {
        const request = asked as IDBRequest<{ value: number } | undefined>;
        request.onsuccess = () => add(request.result);
      }
    }
  });
}

/**
 * The same as text for `page.evaluate`: opens a database of the extension's origin by name, fills it and closes it again.
 * @param database name of a notebook that exists
 */
export function bigNotebookScript(database: string, size: BigNotebook): string {
  return fillingScript(database, fillBigNotebook, size, inventedRows);
}
