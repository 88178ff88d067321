import type { SenderKind } from './protocol/message.ts';

/** The parts of the browser's `sender` that decide who speaks. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  documentLifecycle?: string | undefined;
  tab?: { id?: number | undefined } | undefined;
}

const extensionPages: Record<string, SenderKind> = {
  '/frame.html': 'frame',
  '/popup.html': 'popup',
  '/sidepanel.html': 'sidepanel',
  '/dashboard.html': 'dashboard',
};

/**
 * Decides from the browser's word alone who sent a message; what the message says of itself does not count.
 * A page's script speaks only from the top frame of a live https or http document in a tab.
 * @param own this extension's id and the address of its pages, `runtime.getURL('/')`
 * @returns null for strangers: other extensions, sub-frames of pages, prerendered documents, our own worker
 */
export function senderKind(sender: Sender, own: { id: string; baseUrl: string }): SenderKind | null {
  if (sender.id !== own.id || !sender.url || !URL.canParse(sender.url)) return null;
  const url = new URL(sender.url);
  // A frame loaded through a per-session address (`use_dynamic_url`) may show that host; its scheme is still ours alone.
  if (url.protocol === new URL(own.baseUrl).protocol) {
    const kind = extensionPages[url.pathname] ?? null;
    return sender.url.startsWith(own.baseUrl) || kind === 'frame' ? kind : null;
  }
  const live = sender.documentLifecycle === undefined || sender.documentLifecycle === 'active';
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  return web && live && sender.frameId === 0 && sender.tab?.id !== undefined ? 'page' : null;
}
