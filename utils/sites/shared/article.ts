import type { CreatorReading, PostReading, Problem } from '../../domain/page-reading.ts';
import { absolute, pathOf } from './address.ts';
import { compact, fact, fold, textFact } from './fields.ts';
import { isNode, type JsonLdNode, listOf, nodesOf, text, typesOf } from './json-ld.ts';
import { sameName } from './names.ts';
import { metaOf, type Page } from './opened-page.ts';
import { headTitle } from './product-title.ts';

function isArticle(node: JsonLdNode): boolean {
  return typesOf(node).some((type) => /(?:Article|BlogPosting|Report)$/.test(type));
}

function ownArticle(page: Page): JsonLdNode | undefined {
  const here = pathOf(page.url.href, page.url.href);
  return page.nodes.filter(isArticle).find((node) => {
    const around = isNode(node.mainEntityOfPage)
      ? text(node.mainEntityOfPage['@id'])
      : text(node.mainEntityOfPage);
    const addresses = [text(node.url), around, text(node['@id'])].filter(
      (value): value is string => value !== undefined && pathOf(value, page.base) !== undefined,
    );
    const headline = text(node.headline) ?? text(node.name) ?? '';
    const named = page.headings.some((heading) => sameName(heading, headline));
    return addresses.some((address) => pathOf(address, page.base) === here) || named;
  });
}

/** The people who wrote it; a reference (`{"@id": …}`) is looked up among the page's nodes. */
function authorsOf(page: Page, node: JsonLdNode): JsonLdNode[] {
  return listOf(node.author).flatMap((author) => {
    if (!isNode(author)) {
      const name = text(author);
      return name ? [{ name }] : [];
    }
    const id = text(author['@id']);
    return text(author.name)
      ? [author]
      : page.nodes.filter((other) => id !== undefined && text(other['@id']) === id);
  });
}

function dateOf(value: string | undefined): string | undefined {
  return value && /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d|$)/.test(value) ? value : undefined;
}

/** Reads an article or blog post: title, day, and its author where there is exactly one. */
export function readArticle(
  page: Page,
): { post: PostReading; creator?: CreatorReading; problems: Problem[] } | undefined {
  const node = ownArticle(page);
  if (!node && metaOf(page, 'og:type') !== 'article') return undefined;
  const problems: Problem[] = [];
  const source = node ? 'json-ld' : 'meta';
  const authors = node ? authorsOf(page, node) : [];
  const names = [...new Set(authors.flatMap((author) => text(author.name) ?? []))];
  const said = metaOf(page, 'author', 'article:author');
  const name =
    names.length === 1
      ? names[0]
      : names.length === 0 && said && !/^https?:|^[\w.-]+\.\w+\//.test(said)
        ? said
        : undefined;
  const address = absolute(
    text(authors[0]?.url) ?? nodesOf(authors[0]?.mainEntityOfPage).map((at) => text(at['@id']))[0],
    page.base,
  );
  const title = (node && (text(node.headline) ?? text(node.name))) ?? headTitle(page);
  const date = dateOf(node ? text(node.datePublished) : metaOf(page, 'article:published_time'));
  const image = absolute(metaOf(page, 'og:image'), page.base);
  const post = compact<PostReading>({
    author: textFact(name && fold(name), names.length > 0 ? source : 'meta', 'short', 'author', problems),
    title: textFact(title && fold(title), source, 'long', 'title', problems),
    publishedAt: date ? fact(date, source) : undefined,
    imageUrl: textFact(image, 'meta', 'address', 'imageUrl', problems),
  });
  if (!post.author) problems.push({ field: 'author', reason: names.length > 1 ? 'ambiguous' : 'missing' });
  if (!post.author) return { post, problems };
  const creator: CreatorReading = {
    displayName: post.author,
    ...(address && names.length === 1 ? { links: fact([address], source) } : {}),
  };
  return { post, creator, problems };
}
