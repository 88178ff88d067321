import { emailsIn, webAddress } from './contacts.ts';
import { fold } from './fields.ts';
import { asList, asText, at, isData } from './state.ts';
import { sameHandle } from './text.ts';

/** What a link-in-bio page's own data say; services build the visible page from them in the browser. */
export interface StatedLinks {
  name?: string | undefined;
  bio?: string | undefined;
  picture?: string | undefined;
  links: string[];
  emails: string[];
}

/**
 * Linktree's data in `__NEXT_DATA__`: the account, its links and the icons below. Only where the account is the address's.
 * @param handle last part of the address
 */
export function statedLinks(document: Document, handle: string | undefined): StatedLinks | undefined {
  const source = document.querySelector('script#__NEXT_DATA__')?.textContent;
  if (!source || source.length > 5_000_000 || !source.includes('"account"')) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(source);
  } catch {
    return undefined;
  }
  const page = at(data, 'props', 'pageProps');
  const account = at(page, 'account');
  if (!isData(account) || !sameHandle(account.username, handle)) return undefined;
  const shown = (link: unknown) => isData(link) && link.hidden !== true && link.locked !== true;
  const entries = [page, account].flatMap((owner) =>
    ['links', 'socialLinks'].flatMap((name) => asList(at(owner, name)).slice(0, 500)),
  );
  const addresses = entries.filter(shown).flatMap((link) => asText(at(link, 'url')) ?? []);
  const mails = addresses.filter((address) => /^mailto:/i.test(address));
  const name = asText(account.pageTitle);
  return {
    name: name && fold(name).replace(/^@/, ''),
    bio: asText(account.description),
    picture: webAddress(account.profilePictureUrl),
    links: addresses.flatMap((address) => webAddress(address) ?? []),
    emails: mails.flatMap((mail) => emailsIn(mail.slice('mailto:'.length).split('?')[0]).emails),
  };
}
