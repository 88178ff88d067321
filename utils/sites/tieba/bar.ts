import type { CreatorReading } from '../../domain/page-reading.ts';
import { factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { lineOf } from '../shared/text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { barName } from './hooks.ts';

/** Reads a bar as a group: its card, which may still wait in comments of the first answer, and the data of the page. */
export function readBar(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const wanted = identity.id ?? '';
  const waiting = pagelets(document);
  const shown = (name: string) => lineOf(document.querySelector(`.${name}`)) ?? waitingText(waiting, name);
  const data = forumOf(document);
  const card = barName(shown('card_title_fname') ?? shown('forum-name-txt'));
  const known = data.name ?? card?.replace(/吧$/, '');
  const fits = known !== undefined && known.toLowerCase() === wanted;
  const creator: CreatorReading = {
    handle: { value: identity.handle ?? '', source: 'url' },
    ...(fits
      ? compact<CreatorReading>({
          stableId: facts.line('stableId', data.id, 'state'),
          displayName:
            facts.line('displayName', card, 'dom') ?? facts.line('displayName', barName(data.name), 'state'),
          members: facts.count('members', shown('card_menNum') ?? labelled(document, '关注'), 'dom', 'zh-CN'),
          posts: facts.count('posts', shown('card_infoNum') ?? labelled(document, '贴子'), 'dom', 'zh-CN'),
          bio: facts.text('bio', shown('card_slogan'), 'dom'),
          category: facts.line('category', data.category, 'state'),
          avatarUrl: facts.address(
            'avatarUrl',
            document.querySelector('#forum-card-head[src], .card_head_img[src]')?.getAttribute('src') ??
              waitingPicture(waiting),
            'dom',
            url.href,
          ),
        })
      : {}),
  };
  return {
    kind: 'group',
    creator: facts.finish(
      creator,
      ['displayName', 'members', 'posts'],
      known !== undefined && !fits ? 'stale' : 'missing',
    ),
    problems: facts.problems,
  };
}

/** Pages for small screens: every number stands behind its word, "14.6W" as the larger page writes "14.6万". */
function labelled(document: Document, word: string): string | undefined {
  const label = [...document.querySelectorAll('.info_paragraph .info_label')].find(
    (each) => lineOf(each) === word,
  );
  const value = label?.nextElementSibling;
  return value?.classList.contains('info_value') ? lineOf(value)?.replace(/w$/i, '万') : undefined;
}

/** `PageData.forum = { 'id': 1525417, 'name': "\u76d7…", … }`, with either quotes. */
function forumOf(document: Document): { id?: string; name?: string; category?: string } {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const text = script.textContent ?? '';
    const start = text.search(/PageData\.forum\s*=\s*\{/);
    if (start < 0) continue;
    const part = text.slice(start, start + 4_000);
    const value = (names: string) => {
      const found = new RegExp(
        `["']?\\b(?:${names})["']?\\s*:\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|'((?:[^'\\\\]|\\\\.)*)'|(\\d+))`,
      ).exec(part);
      const said = found?.[1] ?? found?.[2] ?? found?.[3];
      return (
        said
          ?.replace(/\\u([\da-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
          .replace(/\\(.)/g, '$1') || undefined
      );
    };
    const [id, name, category] = [value('id|forum_id'), value('name|forum_name'), value('second_class')];
    if (!name) continue;
    return { name, ...(id ? { id } : {}), ...(category ? { category } : {}) };
  }
  return {};
}

/** Parts of the first answer wait as comments in `code` elements until the page's scripts put them in place. */
function pagelets(document: Document): string[] {
  const parts: string[] = [];
  for (const code of document.querySelectorAll('code[id^="pagelet_html_"]')) {
    const id = code.getAttribute('id') ?? '';
    if (!/head|forum_card/.test(id)) continue;
    for (const node of code.childNodes)
      if (node.nodeType === 8) parts.push((node.nodeValue ?? '').slice(0, 100_000));
  }
  return parts;
}

/** The text of an element with a class in markup that is only text here; plain text inside it, no other elements. */
function waitingText(parts: string[], name: string): string | undefined {
  for (const part of parts) {
    const found = new RegExp(`class="\\s*${name}\\s*"[^<>]*>([^<>]{1,500})<`).exec(part)?.[1];
    if (found?.trim()) return found.replace(/\s+/g, ' ').trim();
  }
  return undefined;
}

function waitingPicture(parts: string[]): string | undefined {
  for (const part of parts) {
    const tag =
      /<img\b[^<>]*\bid="forum-card-head"[^<>]*>|<img\b[^<>]*\bclass="[^"]*\bcard_head_img\b[^<>]*>/.exec(
        part,
      )?.[0];
    const found = /\bsrc="([^"]+)"/.exec(tag ?? '')?.[1];
    if (found) return found.replace(/&amp;/g, '&');
  }
  return undefined;
}
