import type { CreatorReading, PostReading } from '../../domain/page-reading.ts';
import { factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { assigned, asText, at, isData, objectsIn } from '../shared/state.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { tally } from './state.ts';

const required = ['author', 'title'];

/** Reads a live room from the data of this room; its short number and its real one are both addresses. Chat is no comments. */
export function readLive(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const room = identity.id?.replace('live/', '') ?? '';
  const state = assigned(document, '__NEPTUNE_IS_MY_WAIFU__');
  const holder = objectsIn(state, (each) => isData(each.room_info) && isData(each.anchor_info), 1)[0];
  const info = at(holder, 'room_info');
  const fits = [asText(at(info, 'room_id')), asText(at(info, 'short_id'))].includes(room);
  const base = at(holder, 'anchor_info', 'base_info');
  const uid = asText(at(info, 'uid'));
  const creator: CreatorReading = fits
    ? compact<CreatorReading>({
        handle: facts.handle('author', uid, 'state'),
        stableId: facts.line('author', uid, 'state'),
        displayName: facts.line('author', at(base, 'uname'), 'state'),
        avatarUrl: facts.address('author', at(base, 'face'), 'state', url.href),
        followers: tally(facts, 'author', at(holder, 'anchor_info', 'relation_info', 'attention')),
      })
    : {};
  const post: PostReading = {
    id: fits ? { value: identity.id ?? '', source: 'url' } : undefined,
    author: creator.displayName,
    title: fits ? facts.line('title', at(info, 'title'), 'state') : undefined,
    imageUrl: fits ? facts.address('imageUrl', at(info, 'cover'), 'state', url.href) : undefined,
  };
  return {
    kind: 'post',
    post: facts.finish(post, required, holder && !fits ? 'stale' : 'missing'),
    creator: facts.finish(creator),
    problems: facts.problems,
  };
}
