import * as z from 'zod/mini';
import { browser } from '#imports';
import { insertAnswerSchema } from '../domain/palette-sight.ts';
import { fail, ok } from '../domain/result.ts';
import { answeredItems } from './palette-answered.ts';
import { paletteContext } from './palette-context.ts';
import { besideTabs, openPaletteOf, outsideTab, paletteTabs, tabsOf } from './palette-tabs.ts';
import { pasteAtFocus } from './paste-at-focus.ts';
import type { Service } from './service.ts';
import { askPage } from './show-in-frame.ts';
import { keepComment } from './templates/seen-comments.ts';

/**
 * The person chose a reply: the page's script inserts it where the palette was called, once. What the frame knows of the page is its opening;
 * where another one is open by now nothing is inserted.
 */
export const insertReply: Service<'palette.insert'> = async ({ tabId: _named, ...input }, call) => {
  const { caller } = call;
  const { tabId } = caller;
  if (tabId === undefined) return outsideTab;
  const now = await openPaletteOf(caller);
  if (now?.sight.opening !== input.opening || now.inserting)
    return ok({ state: 'gone' as const, reason: 'closed' });
  const known = await paletteContext({}, call);
  const handedOut = (known.ok && known.value?.person?.creatorId) || null;
  const tabs = tabsOf(caller);
  const nowhere = now.sight.editor === 'none';
  const { item } = now.sight;
  if (item) await answeredItems.add({ opening: input.opening, tabId, item });
  await tabs.change(tabId, (tab) => tab && { ...tab, inserting: !nowhere, handedOut });
  // beside a page no script of ours may be there to say so
  if (nowhere) return ok({ state: 'clipboard' as const, reason: 'no-editor' });
  const answer = z.safeParse(insertAnswerSchema, await askPage(tabId, { type: 'palette.insert', ...input }));
  await tabs.change(tabId, (tab) => tab && { ...tab, inserting: false });
  const inserted = answer.success && answer.data.state === 'inserted' ? answer.data : null;
  // the page has told the person something that they must read: nothing else takes its place
  if (item && inserted && (inserted.exact === false || inserted.cut))
    await answeredItems.add({ opening: input.opening, tabId, item, warned: true });
  if (inserted) void keepComment(call, now.sight, handedOut);
  // the script went with its page, perhaps in the middle: nobody can say what stands there
  return answer.success ? ok(answer.data) : fail('unreachable', 'no script of ours in this tab');
};

/** The editor takes text only by a paste in the page's own world: the script of ours that inserts asks for one. */
export const pasteReply: Service<'palette.paste'> = async ({ opening, text }, { caller: { tabId } }) => {
  if (tabId === undefined) return outsideTab;
  const both = await Promise.all([paletteTabs, besideTabs].map((tabs) => tabs.of(tabId)));
  if (!both.some((tab) => tab?.sight?.opening === opening && tab.inserting))
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
