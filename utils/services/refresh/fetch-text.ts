/** What a shop's server answered. */
export type Fetched =
  | { state: 'text'; text: string }
  /** any other answer than 200; `notBefore` where it says when it may be asked again */
  | { state: 'status'; status: number; notBefore?: Date }
  /** it sends visitors on to another address */
  | { state: 'moved' }
  | { state: 'too-large' }
  | { state: 'unreachable' };

const timeOut = 25_000;
const mostBytes = 10_000_000;
const longestWait = 7 * 86_400_000;

/** `Retry-After`: seconds or a date (RFC 9110, 10.2.3); a week at most. */
export function retryAfter(header: string | null, now: Date): Date | undefined {
  if (!header) return undefined;
  const at = /^\s*\d+\s*$/.test(header) ? now.getTime() + Number(header) * 1_000 : Date.parse(header);
  if (Number.isNaN(at) || at <= now.getTime()) return undefined;
  return new Date(Math.min(at, now.getTime() + longestWait));
}

/** The bytes of an answer; null once they are more than we take: the rest is not loaded. */
async function bytesOf(response: Response): Promise<Uint8Array | null> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > mostBytes) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

/** Many Chinese shops do not send UTF-8: by the header, else by the page's own word in its first kilobyte. */
function decoded(bytes: Uint8Array, contentType: string): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1_024));
  const name = /charset\s*=\s*["']?([\w-]+)/i.exec(contentType) ?? /charset\s*=\s*["']?([\w-]+)/i.exec(start);
  try {
    return new TextDecoder(name?.[1] ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/**
 * The one place in Deckhand that asks a server for something; only for pages whose refresh the person switched on, and only of their own
 * host. As nobody in particular: without cookies, for what happens by itself must not happen in the operator's name (an account that
 * asks every hour gets limited, and a basket or a price for regulars is not what the shop shows to the world). Redirects are not followed:
 * they may lead to any other site, and to a log-in, before anybody could say no.
 */
export async function fetchText(address: string, now: Date): Promise<Fetched> {
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      headers: { accept: 'text/html,application/json;q=0.9,*/*;q=0.1' },
      signal: AbortSignal.timeout(timeOut),
    });
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400))
      return { state: 'moved' };
    if (response.status !== 200) {
      await response.body?.cancel();
      const notBefore = retryAfter(response.headers.get('retry-after'), now);
      return { state: 'status', status: response.status, ...(notBefore ? { notBefore } : {}) };
    }
    const bytes = await bytesOf(response);
    if (!bytes) return { state: 'too-large' };
    return { state: 'text', text: decoded(bytes, response.headers.get('content-type') ?? '') };
  } catch {
    // no network, no such host, too slow, or the browser's own refusal: it does not say which
    return { state: 'unreachable' };
  }
}
