import type { CreatorReading } from '../../domain/page-reading.ts';
import { factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { lineOf, textOf } from '../shared/text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { scriptFacts } from './script.ts';

/** Reads an account's page "about": rows of a label and a value. The account's name does not stand on it. */
export function readAbout(document: Document, identity: PageIdentity): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const page = document.querySelector('.about-page');
  const proof = page?.querySelector('a[href*="getverifyinfo"]');
  const biz = /[?&]__biz=([^&#]+)/.exec(proof?.getAttribute('href') ?? '')?.[1];
  const other = biz !== undefined && decode(biz) !== identity.id;
  const rows = page && !other ? [...page.querySelectorAll('.item-info')] : [];
  const values = rows
    .filter((row) => row.classList.contains('basic-info') && !row.getAttribute('id'))
    .map((row) => lineOf(row.querySelector('.item-desc')));
  const owner = page && !other ? lineOf(proof?.querySelector('#js_arrow_text') ?? proof) : undefined;
  // The history page of an account, which only the app opens, keeps name and picture in its script.
  const said = page ? undefined : scriptFacts(document);
  const creator: CreatorReading = compact<CreatorReading>({
    // The account's id begins with a letter; a phone number does not, and a kind of company is Chinese.
    handle: facts.handle(
      'handle',
      values.find((value) => value && /^[A-Za-z][\w-]{4,39}$/.test(value)),
      'dom',
    ),
    stableId: { value: identity.id ?? '', source: 'url' },
    displayName: facts.line('displayName', said?.get('nick_name'), 'state'),
    bio: facts.text('bio', textOf(rows[0]?.querySelector('.basic-desc')), 'dom'),
    avatarUrl: facts.address('avatarUrl', said?.get('round_head_img'), 'state'),
    verified: owner ? { value: true, source: 'dom' } : undefined,
    verifiedReason: facts.line('verifiedReason', owner, 'dom'),
    location: facts.line('location', lineOf(page?.querySelector('#js_login_ip_desc')), 'dom'),
  });
  creator.emails = facts.emails(creator.bio);
  return {
    kind: 'profile',
    creator: facts.finish(creator, ['displayName', 'handle', 'bio'], other ? 'stale' : 'missing'),
    problems: facts.problems,
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
