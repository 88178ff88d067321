import type { PageKind } from './platform.ts';

/** Facts that each subject of a reading can have, where the bare name in a problem row may mean more than one. */
const ofPost = new Set(
  'id author title text publishedAt likes comments shares saves views hashtags mentions imageUrl'.split(' '),
);
const ofShop = new Set('id name followers rating url logoUrl'.split(' '));

/** Problem rows about a whole part of a reading. */
const wholes = new Set('page creator post product products shop comments'.split(' '));

/**
 * The full name of a fact, `creator.followers`: readers leave out the subject where the kind of page says it.
 * @param field as in a problem row
 */
export function fullFieldName(field: string, kind: PageKind): string {
  if (field.includes('.') || wholes.has(field)) return field;
  switch (kind) {
    case 'product':
      return `product.${field}`;
    case 'post':
    case 'article':
      return `${ofPost.has(field) ? 'post' : 'creator'}.${field}`;
    case 'shop':
    case 'listing':
      return `${ofShop.has(field) ? 'shop' : 'product'}.${field}`;
    default:
      return `creator.${field}`;
  }
}
