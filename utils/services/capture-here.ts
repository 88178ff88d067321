import { newId } from '../domain/new-id.ts';
import type { PageReading } from '../domain/page-reading.ts';
import { fail, type Result } from '../domain/result.ts';
import type { CaptureAnswer } from '../messaging/protocol.ts';
import { siteOf } from '../sites/registry.ts';
import { askInPopup } from './ask-in-popup.ts';
import { captureCreator } from './capture-creator.ts';
import { hintsOfTab } from './hints.ts';
import { noteSiteHealth } from './note-site-health.ts';
import type { Call, Service } from './service.ts';
import { contextAfterCapture, showCard, tabFrames } from './show-in-frame.ts';
import { readTab } from './tab-reading.ts';

/** Saves what was read and notes for the card in that tab what came of it. */
async function captureInTab(
  input: { operationId: string; reading: PageReading },
  call: Call,
): Promise<Result<CaptureAnswer>> {
  const { tabId } = call.caller;
  const result = await captureCreator(input, call);
  noteSiteHealth(call, input.reading, tabId);
  if (tabId !== undefined) {
    await tabFrames.set(tabId, contextAfterCapture(input.reading, input.operationId, result));
    await call.announce(['frame']);
  }
  return result;
}

/**
 * The click on the button beside a name. What a page's script sends may come from a page that has taken it over: it may speak only
 * of the platform on which it stands.
 */
export const captureFromPage: Service<'creator.capture'> = async (input, call) => {
  const { url } = call.caller;
  const here = (url !== undefined && siteOf(new URL(url))?.id) || 'web';
  const { platform } = input.reading;
  // the systems that shops of unknown hosts run on
  const known =
    here === platform || (here === 'web' && (platform === 'shopify' || platform === 'woocommerce'));
  if (!known) return fail('invalid', `a reading of ${platform} from ${here}`);
  return captureInTab(input, call);
};

/** The popup, the keyboard command and the context menu: the background reads the tab itself. */
export const captureTab: Service<'tab.capture'> = async ({ operationId, tabId }, call) => {
  const read = await readTab(tabId, await hintsOfTab(call, tabId));
  if (!read.ok) {
    await tabFrames.set(tabId, { surface: 'problem', code: read.code, url: '' });
    return read;
  }
  // the card in that tab may take it back, whoever asked for it
  return captureInTab(
    { operationId, reading: read.value.reading },
    { ...call, caller: { ...call.caller, tabId } },
  );
};

/**
 * The keyboard command and the context menu: both grant `activeTab`, so any site can be read. The card says what came of it; on a
 * page where no card can be (the browser's own, a store) the popup does.
 */
export async function captureAndShow(tabId: number, call: Call): Promise<void> {
  await captureTab({ operationId: newId(), tabId }, call);
  if (!(await showCard(tabId))) await askInPopup(tabId);
}
