import type { CreatorReading } from '../../domain/page-reading.ts';
import { factsOf } from '../shared/facts.ts';
import { pathOf } from '../shared/page.ts';
import { at, isData, objectsIn } from '../shared/state.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { creatorOf, dataOf, usersIn } from './data.ts';

/** Reads whose board this is; the pins on it are items of the living page. */
export function readBoard(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const handle = identity.handle ?? '';
  const data = dataOf(document);
  const [owner = '', board = ''] = (identity.id ?? '').split('/');
  const found = data
    .flatMap((each) => objectsIn(each, (object) => typeof object.url === 'string' && isData(object.owner)))
    .find((object) => {
      const path = pathOf(object.url as string, url.href).map((part) => part.toLowerCase());
      return path.length === 2 && path[0] === owner && path[1] === board;
    });
  const users = usersIn(data, handle);
  const named = found && isData(found.owner) ? usersIn([found.owner], handle) : [];
  const {
    handle: known,
    stableId,
    displayName,
    avatarUrl,
    followers,
    verified,
  } = creatorOf(facts, [...named, ...users]);
  const creator: CreatorReading = {
    handle: known ?? { value: handle, source: 'url' },
    ...{ stableId, displayName, avatarUrl, followers, verified },
  };
  const other =
    found === undefined && data.some((each) => at(each, 'initialReduxState', 'boards') !== undefined);
  return {
    kind: 'feed',
    creator: facts.finish(creator, ['displayName'], other && users.length === 0 ? 'stale' : 'missing'),
    problems: facts.problems,
  };
}
