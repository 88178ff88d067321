import { redirectTarget, typedAddress } from '../shared/contacts.ts';
import { asList, at } from '../shared/state.ts';

/** A text of YouTube's data: `{simpleText}`, `{runs: [{text}]}`, `{content}` or a bare string. */
export function words(value: unknown): string | undefined {
  if (typeof value === 'string') return value || undefined;
  const plain = at(value, 'simpleText') ?? at(value, 'content');
  if (typeof plain === 'string') return plain || undefined;
  const runs = asList(at(value, 'runs')).map((run) => at(run, 'text'));
  return runs.filter((run) => typeof run === 'string').join('') || undefined;
}

/** The biggest of a list of pictures. */
export function largest(thumbnails: unknown): unknown {
  const width = (item: unknown) => Number(at(item, 'width')) || 0;
  return [...asList(thumbnails)].sort((a, b) => width(b) - width(a)).map((item) => at(item, 'url'))[0];
}

/** The handle in an address such as `/@name`, `http://www.youtube.com/@name`, as it is written there. */
export function handleIn(address: unknown): string | undefined {
  const match = typeof address === 'string' ? /(?:^|\.com)\/@([^/?#]+)/.exec(address) : null;
  if (!match?.[1]) return undefined;
  try {
    return decodeURIComponent(match[1]);
  } catch {
    return match[1];
  }
}

/** Links of a channel: the text shown, or the target behind YouTube's redirect where that is known. */
export function linkOf(shown: unknown, endpoint: unknown): string | undefined {
  const url = at(endpoint, 'url');
  const target =
    typeof url === 'string' ? redirectTarget(new URL(url, 'https://www.youtube.com').href) : undefined;
  return target && !/^https?:\/\/(?:www\.|m\.)?youtube\.com\/redirect/.test(target)
    ? target
    : typedAddress(words(shown));
}

/** The address at first load, from the page's own start script; proves whose data the page carries under any form of address. */
export function loadedPath(document: Document): string | undefined {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const match = /window\['ytUrl'\]\s*=\s*'([^']{1,500})'/.exec((script.textContent ?? '').slice(0, 5_000));
    if (match?.[1])
      return match[1]
        .replace(/\\x([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
        .replace(/\\\//g, '/');
  }
  return undefined;
}

/**
 * A long text with its links as they were written: the page shortens them ("http://brook.example/2010/09...") or shows a picture and a name
 * instead, and keeps the targets beside the text.
 */
export function linkedText(value: unknown): string | undefined {
  const content = at(value, 'content');
  if (typeof content !== 'string') return words(value);
  let text = content;
  const runs = asList(at(value, 'commandRuns')).map((run) => ({
    start: at(run, 'startIndex'),
    length: at(run, 'length'),
    url: at(run, 'onTap', 'innertubeCommand', 'urlEndpoint', 'url'),
  }));
  // from the end, so that the places of earlier links stay right
  for (const { start, length, url } of runs.reverse()) {
    if (typeof start !== 'number' || typeof length !== 'number' || typeof url !== 'string') continue;
    const shown = text.slice(start, start + length);
    const isShortened = shown.endsWith('...') || shown.endsWith('…') || /^\s+\/\s/.test(shown);
    const target = isShortened && URL.canParse(url) ? redirectTarget(url) : undefined;
    if (target && target.length < 2_000) text = text.slice(0, start) + target + text.slice(start + length);
  }
  return text || undefined;
}
