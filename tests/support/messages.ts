import type { Page } from '@playwright/test';
import { newId } from '../../utils/domain/new-id.ts';

/** Sends a message to the background from an extension page, as the page's own code does, and returns the answer. */
export async function send(page: Page, type: string, input: object): Promise<unknown> {
  return page.evaluate(
    (message) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(m: object): Promise<unknown> } };
      };
      return chrome.runtime.sendMessage(message);
    },
    { type, input },
  );
}

/** The same for a message that writes. */
export async function sendWrite(page: Page, type: string, input: object): Promise<unknown> {
  // as the page's own code makes it: steps of a batch are put in order by their ids
  return send(page, type, { operationId: newId(), ...input });
}
