import { type SavedPage, savedHtml, savedPages } from './saved-pages.ts';

/** A real page with comments, and one comment of it that gets a tag. */
export interface CommentedPage {
  file: string;
  /** a comment, and the attribute by which the site tells its comments apart */
  row: string;
  id: string;
  /** the comment that is tagged */
  tagged: string;
  /** its author's name, in its row */
  author: string;
  /** its words, or how they begin */
  text: string;
  /** when it was written, where the page says exactly; else the customer waits since it was seen */
  written?: string;
  /** another page of the site, to which it leads without a load */
  elsewhere: string;
}

/** Comments inside each other with times, and flat ones with nothing but a number. */
export const commentedPages: CommentedPage[] = [
  {
    file: 'reddit/news-thread-old-2016.html.gz',
    row: '.thing.comment',
    id: 'data-fullname',
    tagged: 't1_d4hj7i5',
    author: '.entry a.author',
    text: "It's a colonial reunion!",
    written: '2016-06-21T02:58:48.000Z',
    elsewhere: '/r/news/comments/4p1enk/another_thread/',
  },
  {
    file: 'tieba/olympics-diving-thread.html.gz',
    row: '.l_post[data-pid]',
    id: 'data-pid',
    tagged: '150726496253',
    author: 'a.p_author_name',
    text: '全后卫冕成功，还是动作质量高，小炸也赢了',
    written: '2024-08-06T14:10:00.000Z',
    elsewhere: '/p/9119688422',
  },
  {
    file: 'weibo/dilireba-post-comments-weibocn.html',
    row: '.c[id^="C_"]',
    id: 'id',
    tagged: 'C_4512413871654824',
    author: 'a',
    text: '一起保护野生动物',
    written: '2020-06-05T03:12:46.000Z',
    elsewhere: '/comment/J5cVGuUNr',
  },
];

/** Where a page of the list stands and its html; null where the folder is not there. */
export function commentedPage({ file }: CommentedPage): (SavedPage & { html: string }) | null {
  const all = savedPages();
  if (!all) return null;
  const page = all.find((each) => each.file === file);
  if (!page) throw new Error(`${file} is not in the index`);
  return { ...page, html: savedHtml(page) };
}

/** A page that draws its comments anew. */
export interface Drawing {
  html: string;
  row: string;
  /** `turned`: the last first · `none`: they make room for another page's */
  order: 'same' | 'turned' | 'none';
}

/** Runs in a page: puts new elements where its comments stand, as a site's script does, which knows nothing of what others put there. */
export function drawComments({ html, row, order }: Drawing): void {
  const outer = (scope: Document, selector: string) =>
    [...scope.querySelectorAll(selector)].filter((found) => !found.parentElement?.closest(selector));
  const slots = outer(document, `${row}, .drawn-later`);
  const rows = outer(new DOMParser().parseFromString(html, 'text/html'), row);
  if (rows.length !== slots.length) throw new Error(`${rows.length} comments for ${slots.length} places`);
  if (order === 'turned') rows.reverse();
  for (const [at, slot] of slots.entries()) {
    const empty = document.createElement('div');
    empty.className = 'drawn-later';
    const next = order === 'none' ? empty : rows[at];
    if (next) slot.replaceWith(document.importNode(next, true));
  }
}
