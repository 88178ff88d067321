import type { Page, Worker } from '@playwright/test';
import { newId } from '../../utils/domain/new-id.ts';
import type { RightsGrant } from '../../utils/domain/rights.ts';
import type { ScreenItem } from '../../utils/domain/screen-item.ts';
import { eventually } from './closed-roots.ts';
import { send, sendWrite } from './messages.ts';

const author = {
  platform: 'instagram',
  handle: 'mira.holm',
  displayName: 'Mira Holm',
  url: 'https://www.instagram.com/mira.holm/',
};

/** All permissions, newest first. */
export async function rightsIn(inside: Page): Promise<RightsGrant[]> {
  const answer = await send(inside, 'rights.list', { view: 'all', before: null, limit: 50 });
  return (answer as { value: { rows: RightsGrant[] } }).value.rows;
}

export async function onlyRights(inside: Page): Promise<RightsGrant> {
  const [grant, ...others] = await rightsIn(inside);
  if (!grant || others.length > 0) throw new Error('not one permission');
  return grant;
}

/** Tags an invented post as UGC. @returns id of the permission */
export async function putUgc(inside: Page, name = 'C9x', item: object = {}): Promise<string> {
  const details = { name: 'Pictures of customers', colour: 'green', effect: 'ugc' };
  const known = (await send(inside, 'tag.choices', {})) as {
    value: { tags: { tag: { id: string; name: string } }[] };
  };
  const there = known.value.tags.find(({ tag }) => tag.name === details.name)?.tag.id;
  const saved = there
    ? null
    : ((await sendWrite(inside, 'tag.save', { details })) as { value: { id: string } });
  const seen = {
    kind: 'post',
    platform: 'instagram',
    keys: [`instagram:post:#${name}`],
    url: `https://www.instagram.com/p/${name}/`,
    author,
    text: `My new bowl, number ${name}, with the first cherries of the year`,
    ...item,
  };
  const add = [there ?? saved?.value.id];
  const tagged = (await send(inside, 'item.tag', { operationId: newId(), item: seen, add, remove: [] })) as {
    ok: boolean;
    value: { itemId: string };
  };
  if (!tagged.ok) throw new Error(JSON.stringify(tagged));
  const found = (await rightsIn(inside)).find(({ itemId }) => itemId === tagged.value.itemId);
  if (!found) throw new Error('no permission for it');
  return found.id;
}

/** What the script in a tab says of the items in its window, once there are so many. */
export async function itemsInTab(worker: Worker, tabId: number, least: number): Promise<ScreenItem[]> {
  let items: ScreenItem[] = [];
  await eventually(`${least} items on the screen`, async () => {
    items = await worker.evaluate(async (tab) => {
      const { chrome } = globalThis as unknown as {
        chrome: { tabs: { sendMessage(tab: number, message: object, where: object): Promise<unknown> } };
      };
      const answer = await chrome.tabs.sendMessage(
        tab,
        { type: 'screen.ask', what: 'places' },
        { frameId: 0 },
      );
      return (answer as { value?: { items?: ScreenItem[] } }).value?.items ?? [];
    }, tabId);
    return items.length >= least;
  });
  return items;
}
