import type { CommentReading } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { pathOf } from '../shared/page.ts';
import { lineOf, textOf } from '../shared/text.ts';
import { childWith, isGone, personName, siteTime, wholeNumber } from './hooks.ts';

const most = 2_000;

/** The comments in the document, of the generation that it is of. Deleted ones have neither author nor text; answers hang below them. */
export function readComments(facts: Facts, document: Document, post: string, base: string): CommentReading[] {
  const found: CommentReading[] = [];
  const take = (rows: Iterable<Element>, read: (row: Element) => CommentReading | undefined) => {
    for (const row of rows) {
      if (found.length >= most) return;
      const comment = read(row);
      if (comment) found.push(comment);
    }
  };
  take(document.querySelectorAll('shreddit-comment'), (row) => fromElement(facts, row, post));
  if (found.length === 0) {
    take(document.querySelectorAll('.commentarea .thing.comment'), (row) => fromOld(facts, row));
  }
  if (found.length === 0) {
    take(document.querySelectorAll('.Comment[class*="t1_"]'), (row) => fromMiddle(facts, row, base));
  }
  return found;
}

function made(
  facts: Facts,
  id: string | null,
  name: unknown,
  text: string | undefined,
  more: Omit<CommentReading, 'id'>,
): CommentReading {
  const author = personName(facts, name);
  const said = isGone(text) ? undefined : facts.text('comment', text, 'dom');
  const authorUrl = author && {
    value: `https://www.reddit.com/user/${encodeURIComponent(author.value)}/`,
    source: 'dom' as const,
  };
  return { id, ...compact<Omit<CommentReading, 'id'>>({ author, authorUrl, text: said, ...more }) };
}

function fromElement(facts: Facts, row: Element, post: string): CommentReading | undefined {
  const id = /^t1_\w+$/.exec(row.getAttribute('thingid') ?? '')?.[0] ?? null;
  const of = row.getAttribute('postid');
  const path = pathOf(row.getAttribute('permalink'), 'https://www.reddit.com');
  const at = of ?? (path.includes('comments') ? `t3_${path[path.indexOf('comments') + 1]}` : undefined);
  if (at !== undefined && at.toLowerCase() !== `t3_${post}`) return undefined;
  const slot = (name: string) => childWith(row, (child) => child.getAttribute('slot') === name);
  const named = (name: string) =>
    id ? row.ownerDocument.getElementById(`${id}-${name}-rtjson-content`) : null;
  const body = slot('comment') ?? named('comment') ?? named('post');
  const meta = slot('commentMeta');
  const time = meta?.querySelector('time[datetime]')?.getAttribute('datetime');
  const parent =
    row.getAttribute('parentid') ?? row.parentElement?.closest('shreddit-comment')?.getAttribute('thingid');
  return made(facts, id, row.getAttribute('author'), textOf(body), {
    publishedAt: facts.line('comment', siteTime(time) ?? siteTime(row.getAttribute('created')), 'dom'),
    likes: wholeNumber(row.getAttribute('score')),
    replyTo: parent?.startsWith('t1_') ? facts.line('comment', parent, 'dom') : undefined,
  });
}

function fromOld(facts: Facts, row: Element): CommentReading {
  const entry = childWith(row, (child) => child.classList.contains('entry'));
  const report = entry?.querySelector('.reportform')?.getAttribute('class');
  const score = entry?.querySelector('.tagline .score.unvoted');
  const parent = row.parentElement?.closest('.thing.comment')?.getAttribute('data-fullname');
  return made(
    facts,
    row.getAttribute('data-fullname') ?? /\bt1_\w+/.exec(report ?? '')?.[0] ?? null,
    row.getAttribute('data-author') ?? lineOf(entry?.querySelector('.tagline a.author')),
    textOf(entry?.querySelector('.usertext-body .md')),
    {
      publishedAt: facts.line(
        'comment',
        siteTime(entry?.querySelector('.tagline time[datetime]')?.getAttribute('datetime')),
        'dom',
      ),
      likes:
        wholeNumber(score?.getAttribute('title')) ?? wholeNumber(/^\d+(?= )/.exec(lineOf(score) ?? '')?.[0]),
      replyTo: parent ? facts.line('comment', parent, 'dom') : undefined,
    },
  );
}

function fromMiddle(facts: Facts, row: Element, base: string): CommentReading {
  const id = /\bt1_\w+/.exec(row.getAttribute('class') ?? '')?.[0] ?? null;
  const link =
    row.querySelector('[data-testid="comment_author_link"]') ??
    row.querySelector('[data-testid="comment_author_icon"]');
  const votes = id ? row.querySelector(`#vote-arrows-${id}`) : null;
  const body = row.querySelector('[data-testid="comment"]');
  return made(facts, id, pathOf(link?.getAttribute('href'), base)[1], textOf(body), {
    likes: facts.count('comment', lineOf(votes), 'dom', 'en'),
  });
}
