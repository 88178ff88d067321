import { redirectTarget } from '../shared/contacts.ts';
import { lineOf, sameHandle } from '../shared/text.ts';

const posts =
  '[role="feed"],[role="article"],[aria-posinset],[data-ad-rendering-role],[data-ad-preview],[data-ft*="top_level_post_id"],[data-ft*=\'"tn":"H"\'],[data-ft*=\'"tn":"K"\'],[data-ft*="fbfeed_location"],.userContentWrapper,form';

/** The page's website is a link whose text is the address it leads to; links of posts are left out. */
export function websites(root: ParentNode): string[] {
  return [...root.querySelectorAll('a[href*="facebook.com/l.php"]')].flatMap((link) => {
    const target = redirectTarget(link.getAttribute('href') ?? '');
    const bare = target.replace(/^https?:\/\//, '').replace(/\/$/, '');
    const shown = lineOf(link)
      ?.replace(/^https?:\/\//, '')
      .replace(/\/$/, '');
    return shown && !link.closest(posts) && sameHandle(shown, bare.split('?')[0]) ? [target] : [];
  });
}
