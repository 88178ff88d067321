import { textLimits } from '../../domain/text-limits.ts';

/** An address of the web that may be shown and opened: absolute, http or https; undefined for `javascript:` and the like. */
export function webAddress(value: unknown, base?: string): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (!text || text.length > textLimits.address || !URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  return /^https?:$/.test(url.protocol) && url.hostname ? url.href : undefined;
}

/**
 * A link a person typed into a profile: `twitch.tv/name` has no scheme and gets `https:`. An address that came whole stays as written
 * (no slash is added at its end).
 */
export function typedAddress(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (/^https?:\/\//i.test(text)) return webAddress(text) ? text : undefined;
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#]\S*)?$/u.test(text) && webAddress(`https://${text}`)
    ? `https://${text}`
    : undefined;
}

/** Where a redirect page of a platform leads: `l.instagram.com/?u=`, `youtube.com/redirect?q=`. Other addresses come back as they are. */
export function redirectTarget(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  const isRedirect =
    /^(?:l|lm)\.(?:instagram|facebook|threads)\.(?:com|net)$/.test(url.hostname) ||
    (/^(?:www\.|m\.)?youtube\.com$/.test(url.hostname) && url.pathname === '/redirect') ||
    (/^(?:www\.)?tiktok\.com$/.test(url.hostname) && url.pathname.startsWith('/link/'));
  const target = isRedirect
    ? (url.searchParams.get('u') ?? url.searchParams.get('q') ?? url.searchParams.get('target'))
    : null;
  // Meta's redirect pages add a click number to the address that the person typed.
  const typed = target?.replace(/([?&])fbclid=[^&#]*(&|(?=#)|$)/, '$1').replace(/[?&](?=#|$)/, '');
  return (typed && typedAddress(typed)) || address;
}

const plain = /[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,62})\.){1,6}[a-z]{2,24}/gi;
const at = '\\s{0,2}(?:＠|[([{<（【]\\s?(?:at|@|艾特)\\s?[)\\]}>）】]|\\sat\\s)\\s{0,2}';
const dot = '(?:\\.|\\s{0,2}[([{<（【]\\s?(?:dot|点|\\.)\\s?[)\\]}>）】]\\s{0,2}|\\sdot\\s)';
const disguised = () =>
  new RegExp(
    `[a-z0-9][a-z0-9._%+-]{0,63}${at}(?:[a-z0-9][a-z0-9-]{0,62}${dot}){1,6}[a-z]{2,24}(?![a-z0-9])`,
    'gi',
  );
const notMail = /\.(?:png|jpe?g|gif|webp|svg|avif|mp4|js|css)$/;

/**
 * E-mail addresses in a text, lower-cased, in order. `name (at) brand.com` and `name [at] brand [dot] com` count; for those `raw` holds
 * what the text said.
 */
export function emailsIn(text: string | undefined): { emails: string[]; raw?: string } {
  const source = (text ?? '').slice(0, textLimits.long);
  const found = new Map<string, string | undefined>();
  for (const match of source.matchAll(plain)) found.set(match[0].toLowerCase(), undefined);
  for (const match of source.matchAll(disguised())) {
    const said = match[0];
    // Words around a bare " at " are prose ("meet me at shop.com"): only a full name-like disguise counts.
    if (/\sat\s/i.test(said) && !/[([{（【＠]|\sdot\s/i.test(said)) continue;
    const email = said
      .replace(new RegExp(at, 'gi'), '@')
      .replace(/\s{0,2}[([{<（【]\s?(?:dot|点|\.)\s?[)\]}>）】]\s{0,2}|\sdot\s/gi, '.')
      .toLowerCase();
    if (/^[^@\s]+@[^@\s]+\.[a-z]{2,24}$/.test(email) && !found.has(email)) found.set(email, said);
  }
  const emails = [...found.keys()].filter((email) => !notMail.test(email)).slice(0, 50);
  const raw = emails.flatMap((email) => found.get(email) ?? []).join(', ');
  return raw ? { emails, raw } : { emails };
}
