import * as z from 'zod/mini';
import { browser } from '#imports';
import { insertAnswerSchema } from '../domain/palette-sight.ts';
import { fail, ok } from '../domain/result.ts';
import { paletteContext } from './palette-context.ts';
import { openPaletteOf, outsideTab, paletteTabs } from './palette-tabs.ts';
import { pasteAtFocus } from './paste-at-focus.ts';
import type { Service } from './service.ts';
import { askPage } from './show-in-frame.ts';

/**
 * The person chose a reply: the page's script inserts it where the palette was called, once. What the frame knows of the page is its opening;
 * where another one is open by now nothing is inserted.
 */
export const insertReply: Service<'palette.insert'> = async (input, call) => {
  const { caller } = call;
  const { tabId } = caller;
  if (tabId === undefined) return outsideTab;
  const now = await openPaletteOf(caller);
  if (now?.sight.opening !== input.opening || now.inserting)
    return ok({ state: 'gone' as const, reason: 'closed' });
  const known = await paletteContext({}, call);
  const handedOut = (known.ok && known.value?.person?.creatorId) || null;
  await paletteTabs.change(tabId, (tab) => tab && { ...tab, inserting: true, handedOut });
  const answer = z.safeParse(insertAnswerSchema, await askPage(tabId, { type: 'palette.insert', ...input }));
  await paletteTabs.change(tabId, (tab) => tab && { ...tab, inserting: false });
  // the script went with its page, perhaps in the middle: nobody can say what stands there
  return answer.success ? ok(answer.data) : fail('unreachable', 'no script of ours in this tab');
};

/** The editor takes text only by a paste in the page's own world: the script of ours that inserts asks for one. */
export const pasteReply: Service<'palette.paste'> = async ({ opening, text }, { caller }) => {
  const { tabId } = caller;
  if (tabId === undefined) return outsideTab;
  const now = await openPaletteOf(caller);
  if (now?.sight.opening !== opening || !now.inserting)
    return fail('forbidden', 'nothing is inserted in this tab');
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      world: 'MAIN',
      func: pasteAtFocus,
      args: [text],
    });
    return ok({ taken: frame?.result === true });
  } catch (error) {
    return fail('no-access', String(error));
  }
};
