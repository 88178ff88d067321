import { keywordTrend } from './keyword-trend.ts';
import { keywordsForPage, listKeywords } from './list-groups.ts';
import { noteHits } from './note-hits.ts';
import { removeKeywords } from './remove-group.ts';
import { saveKeywords } from './save-group.ts';
import { addStarterKeywords, suggestKeywords } from './starter-groups.ts';

/** What answers the messages about: keyword alerts. Part of the one list in `services/handlers.ts`. */
export const keywordHandlers = {
  'page.keywords': keywordsForPage,
  'keyword.hits': noteHits,
  'keyword.groups': listKeywords,
  'keyword.save': saveKeywords,
  'keyword.remove': removeKeywords,
  'keyword.suggest': suggestKeywords,
  'keyword.starter': addStarterKeywords,
  'keyword.trend': keywordTrend,
};
