import { identityKeys } from '../../domain/creator.ts';
import { platformIds } from '../../domain/platform.ts';
import { identify } from '../../sites/registry.ts';
import type { StoreName } from '../../storage/schema.ts';
import type { Unit } from '../../storage/unit-of-work.ts';

/** Where somebody may stand who is only listened for, or looked at. */
export const listenedStores: StoreName[] = ['keywordGroups', 'places'];

/** Whether a keyword is the person's handle, on whichever site. */
function isHandle(word: string, keys: ReadonlySet<string>): boolean {
  const handle = /^[@＠](.+?)[*＊]?$/u.exec(word)?.[1];
  return (
    handle !== undefined &&
    platformIds.some((platform) => identityKeys({ platform, handle }).some((key) => keys.has(key)))
  );
}

function isProfile(url: string, platform: string, keys: ReadonlySet<string>): boolean {
  const page = URL.canParse(url) ? identify(new URL(url)) : null;
  if (page?.kind !== 'profile') return false;
  return identityKeys({ platform, handle: page.handle ?? page.id ?? '', stableId: page.id }).some((key) =>
    keys.has(key),
  );
}

/**
 * Takes a person's handles out of the keywords, and their profiles off the saved places. Other words stay: a name may be a word of the language.
 * @param erase takes a record away with no way back
 * @param forget has undo forget what a record was
 */
export async function eraseListened(
  unit: Unit,
  keys: ReadonlySet<string>,
  erase: (store: StoreName, id: string) => Promise<void>,
  forget: (store: StoreName, id: string) => void,
): Promise<void> {
  for (const group of await unit.all('keywordGroups')) {
    const words = group.words.filter((word) => !isHandle(word, keys));
    if (words.length === group.words.length) continue;
    forget('keywordGroups', group.id);
    await unit.put('keywordGroups', { ...group, words, updatedAt: unit.now }, 'derived');
  }
  for (const { id, url, platform } of await unit.all('places'))
    if (isProfile(url, platform, keys)) await erase('places', id);
}
