import type { OwnAccount } from '../domain/brand.ts';
import type { FrameContext } from '../domain/frame-context.ts';
import { type Failure, fail } from '../domain/result.ts';
import type { KeyValueArea } from '../storage/areas.ts';
import type { ErasedPerson } from '../storage/erased-person.ts';
import { everyKey } from '../storage/suppressions.ts';
import { type AccountName, sameAccount } from './current-brand.ts';
import type { Caller } from './service.ts';

/** What the frame in each tab shows, kept where a stopped worker finds it again and no content script can read. */
export interface FrameContexts {
  of(tabId: number): Promise<FrameContext | null>;
  set(tabId: number, context: FrameContext | null): Promise<void>;
  /** whom the frame that tells about names on hover is about */
  peek(tabId: number): Promise<AccountName | null>;
  setPeek(tabId: number, person: AccountName | null): Promise<void>;
  /** Frames that show this person show nothing any more, whatever they said of them. */
  forget(person: ErasedPerson): Promise<void>;
  forgetAll(): Promise<void>;
}

const framePrefix = 'frame:';
const frameKey = (tabId: number) => `${framePrefix}${tabId}`;
const peekPrefix = 'peek:';
const peekKey = (tabId: number) => `${peekPrefix}${tabId}`;
const palettePrefix = 'palette:';
/** Where `palette-tabs.ts` keeps what the palette in a tab was called for: a stranger's words, forgotten with everybody. */
export const paletteKey = (tabId: number) => `${palettePrefix}${tabId}`;
/** Comments seen without an answer (`queue/unanswered-store.ts`): strangers' words as well. */
export const unansweredKey = 'unanswered:seen';
const isAboutAnybody = (key: string) =>
  key.startsWith(peekPrefix) || key.startsWith(palettePrefix) || key === unansweredKey;

/** What was stored under `peekKey`, by this version or another. */
function toPeek(stored: unknown): AccountName | null {
  const person = stored as Partial<AccountName> | null | undefined;
  return typeof person?.handle === 'string' && typeof person.platform === 'string'
    ? (person as AccountName)
    : null;
}

/** The handle in a problem stands without its platform. */
function isAbout(context: FrameContext, { creatorId, keys }: ErasedPerson): boolean {
  if (context.surface === 'creator-card')
    return context.creatorId === creatorId || everyKey(context.account).some((key) => keys.has(key));
  if (context.surface === 'collect') {
    const { platform, people } = context;
    return people.some((seen) => everyKey({ platform, ...seen }).some((key) => keys.has(key)));
  }
  // what was pointed at or is to be tagged may be a text about anybody
  if (context.surface === 'hint' || context.surface === 'tag-picker') return true;
  if (context.surface === 'our-account' || context.handle === undefined) return false;
  const handle = context.handle.toLowerCase();
  return [...keys].some((key) => key.endsWith(`:${handle}`));
}

/**
 * @param area `storage.session`
 * @param parse checks what was stored: null where it is not a context of this version
 */
export function frameContexts(
  area: KeyValueArea,
  parse: (stored: unknown) => FrameContext | null,
): FrameContexts {
  const frames = async () => (await area.keys()).filter((key) => key.startsWith(framePrefix));
  return {
    of: async (tabId) => parse((await area.get([frameKey(tabId)]))[frameKey(tabId)]),
    set: (tabId, context) => area.set({ [frameKey(tabId)]: context }),
    peek: async (tabId) => toPeek((await area.get([peekKey(tabId)]))[peekKey(tabId)]),
    setPeek: (tabId, person) => area.set({ [peekKey(tabId)]: person }),
    async forget(person) {
      await area.remove((await area.keys()).filter(isAboutAnybody));
      const keys = await frames();
      const stored = await area.get(keys);
      await area.remove(
        keys.filter((key) => {
          const context = parse(stored[key]);
          return context !== null && isAbout(context, person);
        }),
      );
    },
    forgetAll: async () => area.remove([...(await frames()), ...(await area.keys()).filter(isAboutAnybody)]),
  };
}

const isFrame = (caller: Caller) => caller.kind === 'frame';
const outside: Failure = fail('forbidden', 'a frame may only touch what it was opened for');

async function contextOf(contexts: FrameContexts, caller: Caller): Promise<FrameContext | null> {
  return caller.tabId === undefined ? null : contexts.of(caller.tabId);
}

/** A frame stands in someone else's page: it may see and change only the creator whose card it shows. @returns null: go on */
export async function refuseOtherCreator(
  contexts: FrameContexts,
  caller: Caller,
  creatorId: string,
): Promise<Failure | null> {
  if (!isFrame(caller)) return null;
  const context = await contextOf(contexts, caller);
  return context?.surface === 'creator-card' && context.creatorId === creatorId ? null : outside;
}

/** A frame may claim only the account that its card shows. @returns null: go on */
export async function refuseOtherAccount(
  contexts: FrameContexts,
  caller: Caller,
  account: OwnAccount,
): Promise<Failure | null> {
  if (!isFrame(caller)) return null;
  const context = await contextOf(contexts, caller);
  const shown = context && 'account' in context ? context.account : null;
  return shown && sameAccount(shown, account) ? null : outside;
}
