import { openTagging, tabItem } from './open-tagging.ts';
import { pageDots } from './page-dots.ts';
import { applyTagging, taggingContext } from './tag-from-frame.ts';

/** What answers the messages about: tagging on a page. Part of the one list in `services/handlers.ts`. */
export const taggingHandlers = {
  'tagging.open': openTagging,
  'tagging.context': taggingContext,
  'tagging.apply': applyTagging,
  'page.dots': pageDots,
  'tab.item': tabItem,
};
