import { type Data, dataWith, isData, objectsIn } from '../shared/state.ts';
import { cleanText, sameHandle } from '../shared/text.ts';

/** "Name (@handle)" at the start of a title; the words after it are in the page's language. */
export function nameInTitle(
  title: string | undefined,
  handle?: string,
): { name: string; handle: string } | undefined {
  // The last "(@…)" before the site's own words counts: a name may hold brackets, a handle may not.
  const match = /^([\s\S]{0,300}?)\s*[(（]@([a-z0-9._]{1,30})[)）]/i.exec(title ?? '');
  const name = cleanText(match?.[1]);
  if (!match?.[2] || !name || (handle !== undefined && !sameHandle(match[2], handle))) return undefined;
  return { name, handle: match[2] };
}

/** The quotation in `…: "text"` of a description or title: from the first opening quote after a colon to the last closing one. */
export function quotation(text: string | undefined): string | undefined {
  const match = /[:：]\s?(["“„«「『])([\s\S]*)(["”“»」』])\.?\s*$/.exec(text ?? '');
  return cleanText(match?.[2]);
}

/** What stands before the quotation, up to its colon. */
export function beforeQuotation(text: string | undefined): string | undefined {
  const match = /^([\s\S]*?)[:：]\s?["“„«「『]/.exec(text ?? '');
  return match?.[1];
}

/** The user object of one handle in the page's embedded data (relay payloads, older graphql), richest first. */
export function userIn(document: Document, handle: string): Data | undefined {
  const name = handle.toLowerCase();
  const users = dataWith(document, `"${name}"`).flatMap((data) =>
    objectsIn(data, (object) => sameHandle(object.username, name) && knowsNumbers(object)),
  );
  return users.sort((a, b) => Object.keys(b).length - Object.keys(a).length)[0];
}

function knowsNumbers(user: Data): boolean {
  return 'follower_count' in user || 'biography' in user || isData(user.edge_followed_by);
}

/** A handle that can be one: the page's data is hostile, and a handle becomes part of an address. */
export function asHandle(value: unknown): string | undefined {
  return typeof value === 'string' && /^[a-z0-9._]{1,30}$/i.test(value) ? value : undefined;
}
