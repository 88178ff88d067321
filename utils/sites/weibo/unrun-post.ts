import type { CreatorReading, PostReading } from '../../domain/page-reading.ts';
import { decodeEntities } from '../shared/entities.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { at, jsonAt } from '../shared/state.ts';
import { cleanText } from '../shared/text.ts';
import { chinaTime } from '../shared/time.ts';
import { numbers } from './state.ts';

/** Longest part of the markup that one post takes. */
const longest = 60_000;

/**
 * A post of the older desktop page as it arrives: markup in a string that a script would put into the page. Only the piece around the post's own
 * permalink is looked at, by the marks that the elements of the finished page have too.
 */
export function unrunPost(
  facts: Facts,
  document: Document,
  id: string,
): { creator: CreatorReading; post: PostReading } | undefined {
  const html = viewWith(document, id);
  const link = new RegExp(`<a\\s[^>]{0,300}?href="/(\\d{5,12})/${id}(?:\\?[^"]{0,300})?"([^>]{0,500})>`).exec(
    html,
  );
  const start = html.lastIndexOf('class="WB_detail"', link?.index);
  if (!link || start < 0) return undefined;
  const head = html.slice(start, link.index);
  // The permalink in a repost's inner part is the original's.
  if (/feed_list_forwardContent|WB_expand/.test(head)) return undefined;
  const [, uid] = link;
  const next = html.indexOf('class="WB_detail"', link.index);
  const rest = html.slice(link.index, Math.min(next < 0 ? html.length : next, link.index + longest));
  const said = /\stitle="([^"]{1,40})"/.exec(link[2] ?? '')?.[1];
  const name = /class="WB_info">\s{0,80}<a\s[^>]{0,600}>([^<]{1,120})<\/a>/.exec(head)?.[1];
  const text = /node-type="feed_list_content"[^>]{0,300}>([\s\S]{0,40000}?)<\/div>/.exec(rest)?.[1];
  const time = facts.line('publishedAt', chinaTime(said), 'state');
  // Counters follow the post, each from its own button to the next one's.
  const buttons = rest.slice(Math.max(rest.indexOf('WB_feed_handle'), 0)).split('action-type="fl_');
  const count = (field: string, button: string) => {
    const part = buttons.find((each) => each.startsWith(`${button}"`))?.slice(0, 1_500);
    return facts.count(
      field,
      /<em>\s{0,10}([\d.]{1,12}[万亿]?\+?)\s{0,10}<\/em>/.exec(part ?? '')?.[1],
      'state',
      numbers,
    );
  };
  const cut = text !== undefined && /action-type="fl_unfold"/.test(text);
  if (cut) facts.problem('text', 'ambiguous');
  return {
    creator: compact<CreatorReading>({
      handle: facts.handle('author', uid, 'state'),
      stableId: facts.line('author', uid, 'state'),
      displayName: facts.line('author', words(name), 'state'),
    }),
    post: compact<PostReading>({
      text: cut ? undefined : facts.text('text', words(text), 'state'),
      publishedAt: time && said ? { ...time, raw: said } : time,
      shares: count('shares', 'forward'),
      comments: count('comments', 'comment'),
      likes: count('likes', 'like'),
    }),
  };
}

/** Markup as text: white space folds, breaks are lines, all else is left out. Never put into a document. */
function words(html: string | undefined): string | undefined {
  if (html === undefined) return undefined;
  const plain = html
    .replace(/\s+/g, ' ')
    .replace(/ ?<br\s*\/?> ?/gi, '\n')
    .replace(/<[^>]*>/g, '');
  return cleanText(decodeEntities(plain).replace(/ {2,}/g, ' '));
}

function viewWith(document: Document, id: string): string {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const text = script.textContent ?? '';
    if (!text.includes('FM.view(') || !text.includes(id) || !text.includes('WB_detail')) continue;
    const part = at(jsonAt(text, text.indexOf('{', text.indexOf('FM.view('))), 'html');
    if (typeof part === 'string' && part.includes(`/${id}`)) return part;
  }
  return '';
}
