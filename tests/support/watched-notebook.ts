import { fillingScript, inventedRows } from './invented-rows.ts';
import { watchedContents } from './watched-contents.ts';

export interface WatchedNotebook {
  competitors: number;
  /** one look at each page every day, the last of them an hour before `now` */
  days: number;
  /** ISO 8601 */
  now: string;
}

/**
 * Fills a notebook that is open with invented competitors, always the same ones: one our own, four better or equal, the others ideas. Every
 * third has a profile beside its shop. Each look has its figures and up to four changes; only those of the last two days are unread. The
 * last two looks of the first shop that is not ours have all their layers. One page cannot be read, one has not been looked at for weeks,
 * one never was. Written straight into the stores, with the counters that the product would have kept.
 *
 * It uses nothing around it, so that it can be sent into a page of the extension as text: see `watchedNotebookScript`.
 */
async function fillWatchedNotebook(
  database: IDBDatabase,
  { competitors, days, now }: WatchedNotebook,
  rows: typeof inventedRows,
  contents: typeof watchedContents,
): Promise<void> {
  const names = [
    'Lumen Living',
    '青禾家居',
    'Nordlys',
    'Atelier Bell',
    '木與光選物',
    'Kiln & Co',
    'Maison Ourse',
  ];
  const goods = [
    'Harbour Mug',
    'Linen Throw',
    '手作陶盘',
    'Birch Tray',
    'Beeswax Candle',
    '藍染方巾',
    'Reading Lamp',
  ];
  const newest = Date.parse(now) - 3_600_000;
  const day = 86_400_000;
  const { hex, row } = rows();
  const records: [store: string, record: object][] = [];
  const counted = new Map<string, number>();
  const put = (store: string, record: object) => void records.push([store, record]);
  const count = (name: string, by = 1) => counted.set(name, (counted.get(name) ?? 0) + by);

  const { json, picture, layout, text } = contents({ put, count, newest, hex });
  const missing = (reason: string) => ({ state: 'missing', reason });
  /** up to four things that a look found, by its number */
  const foundOn = (look: number, isProfile: boolean, price: number): object[] => {
    const title = goods[look % goods.length];
    const key = `p${look % goods.length}`;
    if (isProfile)
      return look % 3 === 0
        ? [
            {
              kind: 'followers',
              key: 'followers',
              from: 18_200 + look * 40,
              to: 19_400 + look * 40,
              percent: 6.6,
              severity: 'medium',
            },
          ]
        : [];
    const all = [
      {
        kind: 'price-down',
        key,
        title,
        from: `${price + 5}.00 EUR`,
        to: `${price}.00 EUR`,
        percent: -17.2,
        severity: 'high',
      },
      {
        kind: 'promotion-started',
        key,
        title,
        to: `${price + 5}.00 EUR · 夏季大促 Summer sale`,
        severity: 'medium',
      },
      { kind: 'product-new', key: `n${look}`, title: `${title} No. ${look}`, to: 3, severity: 'medium' },
      { kind: 'moved-up', key: 'p2', title: goods[2], from: 14, to: 2, severity: 'low' },
      {
        kind: 'text',
        key: 'main/p 1',
        from: 'Made in our own workshop. '.repeat(8),
        to: 'Only until Sunday. '.repeat(9),
        severity: 'low',
      },
      { kind: 'sold-out', key: 'p4', title: goods[4], severity: 'medium' },
    ];
    return all.slice(look % 4, (look % 4) + ((look * 7) % 5));
  };

  const addPage = async (competitor: { id: string }, index: number, isProfile: boolean) => {
    const made = row(newest - (days + 1) * day);
    const host = `shop-${index}.example`;
    const url = isProfile
      ? `https://www.instagram.com/invented.${index}/`
      : `https://${host}/collections/candles`;
    const seen =
      index % 10 === 7 ? 'never' : index % 10 === 6 ? 'long-ago' : index % 10 === 5 ? 'walled' : 'daily';
    const until = seen === 'long-ago' ? newest - 16 * day : newest;
    const page = {
      ...made,
      competitorId: competitor.id,
      url,
      key: isProfile ? `instagram:profile:invented.${index}` : `shopify:listing:${host}/collections/candles`,
      title: isProfile ? `@invented.${index}` : `Candles and lights – shop ${index}`,
      platform: isProfile ? 'instagram' : 'shopify',
      kind: isProfile ? 'profile' : 'listing',
      ...(seen === 'never' ? {} : { lastLookedAt: new Date(until).toISOString() }),
      ...(index === 1 && !isProfile
        ? {
            mutes: [
              { kind: 'moved-down', by: 'noisy', since: made.createdAt },
              { kind: 'text', key: 'main/p 9', by: 'person', since: made.createdAt },
            ],
          }
        : {}),
    };
    put('watchedPages', page);
    count('records');
    if (seen === 'never') return;
    const read = new Date(until - (seen === 'walled' ? day : 0)).toISOString();
    put('watchStates', {
      ...made,
      id: page.id,
      competitorId: competitor.id,
      triedAt: new Date(until).toISOString(),
      readAt: read,
      ...(seen === 'walled' ? { unreadable: 'wall' } : {}),
    });
    let before = made.id;
    for (let look = 0; look < days; look++) {
      const time = until - (days - 1 - look) * day;
      const whole = index === 1 && !isProfile && look >= days - 2;
      const sale = look === days - 1;
      const unreadable = seen === 'walled' && look === days - 1;
      const price = 24 + ((look * 3 + index) % 11);
      const snapshot = {
        ...row(time),
        competitorId: competitor.id,
        watchedPageId: page.id,
        takenAt: new Date(time).toISOString(),
        ...(look % 5 === 2 ? { seenAgainAt: new Date(time + day / 2).toISOString(), timesSeenAgain: 2 } : {}),
        address: url,
        cause: look % 3 ? 'visit' : 'popup',
        status: unreadable ? { state: 'unreadable', reason: 'wall' } : { state: 'ok' },
        layers: {
          reading: missing(unreadable ? 'unreadable' : 'thinned'),
          text: whole ? await json('text', text(sale)) : missing('thinned'),
          picture: whole ? await picture(sale) : missing(look % 2 ? 'no-permission' : 'disk-full'),
          layout: whole ? await json('layout', layout(sale)) : missing('thinned'),
        },
        pinned: look % 30 === 4,
        ...(look === days - 3
          ? { note: { changed: 'The banner says free returns.', borrow: '首页横幅换成包邮' } }
          : {}),
      };
      put('snapshots', snapshot);
      count('snapshots');
      const found = unreadable
        ? [{ kind: 'unreadable', key: 'page', to: 'wall', severity: 'medium' }]
        : foundOn(look + index, isProfile, price);
      for (const [nth, change] of found.entries()) {
        const isRead = look < days - 2;
        const { severity } = change as { severity: string };
        put('changes', {
          ...row(time),
          ...change,
          competitorId: competitor.id,
          watchedPageId: page.id,
          snapshotId: snapshot.id,
          beforeId: before,
          foundAt: snapshot.takenAt,
          read: isRead,
          ...(isRead && nth === 0 && look % 9 === 0 ? { note: { good: 'Clear price, one line.' } } : {}),
        });
        if (!isRead) count(`unread:${competitor.id}:${severity}`);
      }
      if (!unreadable)
        put('pageFigures', {
          ...row(time),
          id: snapshot.id,
          watchedPageId: page.id,
          at: snapshot.takenAt,
          ...(isProfile
            ? { followers: 18_200 + look * 40 + ((look * 13) % 97), posts: 300 + Math.floor(look / 2) }
            : {
                products: 48 + ((look * 5) % 9),
                promotions: look % 6,
                lowest: { amount: `${price - 8}.00`, currency: 'EUR' },
                highest: { amount: '189.00', currency: 'EUR' },
              }),
          prices: isProfile
            ? []
            : goods.map((title, good) => ({
                key: `p${good}`,
                title,
                price: { amount: `${price + good * 4}.00`, currency: 'EUR' },
              })),
        });
      before = snapshot.id;
    }
  };

  const tierOf = (index: number) =>
    index === 0 ? 'own' : index <= 2 ? 'better' : index <= 4 ? 'equal' : 'inspiration';
  for (let index = 0; index < competitors; index++) {
    const round = Math.floor(index / names.length);
    const competitor = {
      ...row(newest - (days + 2) * day + index),
      name: `${names[index % names.length]}${round ? ` ${round + 1}` : ''}`,
      tier: tierOf(index),
      position: index + 1,
    };
    put('competitors', competitor);
    count('records');
    await addPage(competitor, index, false);
    if (index % 3 === 1) await addPage(competitor, index, true);
  }
  count('commits');
  await new Promise<void>((done, failed) => {
    const stores = [...new Set(records.map(([store]) => store)), 'counters'];
    const transaction = database.transaction(stores, 'readwrite', { durability: 'relaxed' });
    transaction.oncomplete = () => done();
    transaction.onabort = () => failed(transaction.error ?? new Error('the browser gave up'));
    for (const [store, record] of records) transaction.objectStore(store).put(record);
    for (const [id, by] of counted) {
      const asked = transaction.objectStore('counters').get(id);
      asked.onsuccess = () =>
        transaction.objectStore('counters').put({ id, value: (asked.result?.value ?? 0) + by });
    }
  });
}

/**
 * The same as text for `page.evaluate`: opens a database of the extension's origin by name, fills it and closes it again.
 * @param database name of a notebook that exists
 */
export function watchedNotebookScript(database: string, size: WatchedNotebook): string {
  return fillingScript(database, fillWatchedNotebook, size, inventedRows, watchedContents);
}
