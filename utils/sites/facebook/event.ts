import type { PostReading } from '../../domain/page-reading.ts';
import { factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { metaText } from '../shared/page.ts';
import { asText, objectsIn } from '../shared/state.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { firstAt, openData } from './data.ts';
import { headFits } from './preview.ts';

/**
 * Reads an event: its title, words and picture. A reading has no place for its time and town; the page stays of no kind, so that nothing is
 * kept under it.
 */
export function readEvent(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const objects = openData(document)
    .holding(`"${id}"`)
    .flatMap((value) => eventsIn(value, id));
  const fits = headFits(document, identity, url.href);
  const post = compact<PostReading>({
    title: facts.text('title', fits ? metaText(document, 'og:title') : undefined, 'meta'),
    text: facts.text('text', firstAt(objects, 'event_description', 'text'), 'state'),
    imageUrl: facts.address('imageUrl', fits ? metaText(document, 'og:image') : undefined, 'meta'),
  });
  if (Object.keys(post).length === 0)
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  facts.problem('page', 'missing');
  return {
    kind: 'other',
    post: facts.finish({ id: { value: id, source: 'url' as const }, ...post }),
    problems: facts.problems,
  };
}

function eventsIn(value: unknown, id: string) {
  return objectsIn(value, (object) => asText(object.id) === id && 'event_description' in object);
}
