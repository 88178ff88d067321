import type { CreatorReading } from '../../domain/page-reading.ts';
import { factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { at } from '../shared/state.ts';
import { lineOf, sameHandle, textOf } from '../shared/text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { childWith, nameIn, pageData, wholeNumber } from './hooks.ts';

/** Reads a group: the header's attributes or the old site's side box. Weekly visitors are no members. */
export function readGroup(document: Document, identity: PageIdentity): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const handle = identity.handle ?? '';
  const headers = [...document.querySelectorAll('shreddit-subreddit-header')];
  const nameOf = (element: Element) =>
    element.getAttribute('name') ?? element.getAttribute('prefixed-name')?.replace(/^r\//, '');
  const header = headers.find((each) => sameHandle(nameOf(each), handle));
  const boxes = [...document.querySelectorAll('.side .titlebox')];
  const side = boxes.find((each) => sameHandle(nameIn(each.querySelector('h1')), handle));
  const data = pageData(document, 'subreddit');
  const own = sameHandle(at(data, 'name'), handle) ? data : undefined;
  const readers = childWith(side, (child) => child.classList.contains('subscribers'));
  const picture = header?.querySelector('img.shreddit-subreddit-icon__icon');
  const creator: CreatorReading = {
    handle: { value: handle, source: 'url' },
    ...compact<CreatorReading>({
      stableId: facts.line(
        'stableId',
        /^t5_\w+$/.exec(header?.getAttribute('subreddit-id') ?? String(at(own, 'id') ?? ''))?.[0],
        'dom',
      ),
      displayName: facts.line(
        'displayName',
        header?.getAttribute('display-name') ?? nameIn(side?.querySelector('h1')),
        'dom',
      ),
      members:
        wholeNumber(header?.getAttribute('subscribers')) ??
        facts.count('members', lineOf(readers?.querySelector('.number')), 'dom'),
      bio:
        facts.text('bio', header?.getAttribute('description'), 'dom') ??
        facts.text('bio', textOf(side?.querySelector('.usertext-body .md')), 'dom'),
      avatarUrl:
        facts.address('avatarUrl', at(own, 'communityIcon') ?? at(own, 'icon'), 'dom') ??
        facts.address('avatarUrl', picture?.getAttribute('src'), 'dom'),
    }),
  };
  // The name in the address is the group's name; a header that shows another group is left from before a move.
  if (!creator.displayName && header) creator.displayName = facts.line('displayName', nameOf(header), 'dom');
  const other = !header && !side && (headers.length > 0 || boxes.length > 0);
  return {
    kind: 'group',
    creator: facts.finish(creator, ['displayName', 'members', 'bio'], other ? 'stale' : 'missing'),
    problems: facts.problems,
  };
}
