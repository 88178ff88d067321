import type { CommentReading, CreatorReading, PostReading } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { lineOf, textOf } from '../shared/text.ts';
import { chinaTime } from '../shared/time.ts';
import { personAt, portraitIn } from './hooks.ts';

export interface NewThread {
  creator: CreatorReading;
  post: Partial<PostReading>;
  comments: CommentReading[];
}

/** A thread on the site's newer page, of which no page is saved: only what several people's code agrees on. Undefined on the older page. */
export function readNewThread(facts: Facts, document: Document, base: string): NewThread | undefined {
  const title = document.querySelector('.pc-pb-title .pb-title, .pb-title-wrap .pb-title, .pb-title');
  const apart = (selector: string) =>
    [...document.querySelectorAll(selector)].find(
      (element) => !element.closest('.pb-comment-item, .thread-container'),
    );
  const body = apart('.pb-content-wrap');
  if (!title && !body) return undefined;
  const head = apart('.head-line.user-info, .user-info');
  const name = head?.querySelector('.head-name');
  const portrait = portraitIn(head?.querySelector('a[href*="/home/main?id="]')?.getAttribute('href'), base);
  const image = body?.querySelector('img[data-src], img[src]');
  const total = [...document.querySelectorAll('.card-tab .tab-item, .pc-pb-reply-top')]
    .map(lineOf)
    .flatMap((said) => /[(（]([\d.,]+[万w]?)[)）]/.exec(said ?? '')?.[1] ?? [])[0];
  const desc = head?.querySelector('.desc-info .post-num, .post-num');
  return {
    creator: compact<CreatorReading>({
      handle: facts.handle('author', portrait, 'dom'),
      displayName: facts.line('author', lineOf(name), 'dom'),
      avatarUrl: facts.address(
        'author',
        head?.querySelector('img.avatar-img[src]')?.getAttribute('src'),
        'dom',
        base,
      ),
    }),
    post: compact<PostReading>({
      title: facts.text('title', lineOf(title), 'dom'),
      text: facts.text('text', textOf(body), 'dom'),
      // Days of this year are shown without the year: no moment.
      publishedAt: facts.line('publishedAt', chinaTime(lineOf(desc)), 'dom'),
      comments: facts.count('comments', total, 'dom', 'zh-CN'),
      imageUrl: facts.address(
        'imageUrl',
        image?.getAttribute('data-src') ?? image?.getAttribute('src'),
        'dom',
        base,
      ),
    }),
    comments: [...document.querySelectorAll('.pb-comment-item[data-id]')].flatMap((row) => {
      const id = row.getAttribute('data-id') ?? '';
      const author = facts.line(
        'comment',
        lineOf(row.querySelector('.head-name') ?? row.querySelector('a.name-info-link')),
        'dom',
      );
      const text = facts.text('comment', textOf(row.querySelector('.comment-content, .pb-rich-text')), 'dom');
      if (!author) return [];
      const link = row.querySelector('a.name-info-link[href], a.avatar[href], a[href*="/home/main?id="]');
      const authorUrl = personAt(portraitIn(link?.getAttribute('href'), base));
      return [{ id: /^\d{1,20}$/.test(id) ? id : null, ...compact({ author, authorUrl, text }) }];
    }),
  };
}
