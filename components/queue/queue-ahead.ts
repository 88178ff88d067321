import type { Language } from '../../utils/domain/vocabulary.ts';
import { askFirstOfQueue } from '../hooks/first-queue.ts';
import { loadQueueWords } from './load-words.ts';

/**
 * Has the first rows and the words come while the rest of the page is on its way: one after the other they take longer than all that is done
 * with them.
 * @param language of the screen, as far as it can be told before the settings are there
 */
export async function queueAhead(language: Language): Promise<void> {
  await Promise.all([askFirstOfQueue(), loadQueueWords(language)]);
}
