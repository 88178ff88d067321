import type { CreatorReading } from '../../domain/page-reading.ts';
import { countsIn } from '../shared/count.ts';
import { factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { metaText, pathOf } from '../shared/page.ts';
import { asText } from '../shared/state.ts';
import { lineOf } from '../shared/text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { appId, firstAt, headingText, leadsTo, openData, subjectsIn } from './data.ts';
import { headFits, headIsStale } from './preview.ts';

/** Reads a group: embedded data, the header on the screen, the link preview. */
export function readGroup(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const objects = subjectsIn(openData(document), identity);
  const id = objects.map((object) => asText(object.id)).find((each) => /^\d{5,25}$/.test(each ?? ''));
  const members =
    firstAt(objects, 'group_total_members_info_text') ??
    firstAt(objects, 'group_member_profiles', 'formatted_count_text');
  const fits = headFits(document, identity, url.href);
  const heading = [...document.querySelectorAll('h1 a[href]')].find((link) =>
    leadsTo(identity, link.getAttribute('href'), url.href),
  );
  const title = fits ? metaText(document, 'og:title')?.replace(/\s\|\sFacebook$/, '') : undefined;
  const numeric = fits ? appId(document, 'group') : undefined;
  const creator: CreatorReading = compact<CreatorReading>({
    stableId:
      facts.line('stableId', id, 'state') ??
      facts.line('stableId', numeric, 'meta') ??
      facts.line('stableId', /^\d+$/.test(identity.id ?? '') ? identity.id : undefined, 'url'),
    displayName:
      facts.line('displayName', firstAt(objects, 'name'), 'state') ??
      facts.line('displayName', heading && headingText(heading), 'dom') ??
      facts.line('displayName', title, 'meta'),
    members: facts.count('members', members, 'state') ?? facts.count('members', shownMembers(), 'dom'),
    bio:
      facts.text('bio', firstAt(objects, 'description_with_entities', 'text'), 'state') ??
      facts.text('bio', fits ? metaText(document, 'og:description') : undefined, 'meta'),
  });
  const stale = headIsStale(document, identity, url.href);
  if (!creator.displayName && !creator.members && !stale)
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  const name = segmentOf(identity.url);
  const other = fits ? segmentOf(metaText(document, 'og:url') ?? '') : undefined;
  if (name) creator.handle = { value: name, source: 'url' };
  else if (other) creator.handle = { value: other, source: 'meta' };
  return {
    kind: 'group',
    creator: facts.finish(creator, ['displayName', 'members'], stale ? 'stale' : 'missing'),
    problems: facts.problems,
  };

  /** The link to the list of members says how many; the same link stands on their pictures, without words. */
  function shownMembers(): string | undefined {
    for (const link of document.querySelectorAll('a[href*="/members"]')) {
      const path = pathOf(link.getAttribute('href'), url.href);
      const line = path[2] === 'members' && path[1]?.toLowerCase() === identity.id ? lineOf(link) : undefined;
      if (line && countsIn(line, facts.language).length === 1) return line;
    }
    return undefined;
  }
}

/** The group's own word in its address; a number is no handle. */
function segmentOf(address: string): string | undefined {
  const path = pathOf(address, 'https://www.facebook.com/');
  return path[0] === 'groups' && path[1] && !/^\d+$/.test(path[1]) ? path[1] : undefined;
}
