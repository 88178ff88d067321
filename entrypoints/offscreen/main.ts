import { browser } from '#imports';
import { readHere, readOrder } from '../../utils/services/refresh/read-here.ts';

/** Parses what the worker fetched: a worker has no DOMParser. Only the worker is answered. */
browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const order = message as { type?: unknown; html?: unknown; url?: unknown } | null;
  // a page's script or another page of ours has an address that says so
  if (sender.id !== browser.runtime.id || sender.tab || order?.type !== readOrder) return;
  const { html, url } = order;
  if (typeof html !== 'string' || typeof url !== 'string') return;
  readHere(html, url).then(sendResponse, (error: unknown) => {
    console.error('Deckhand: reading a fetched page', error);
    sendResponse(null);
  });
  return true;
});
