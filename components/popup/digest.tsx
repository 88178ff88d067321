import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../utils/domain/vocabulary.ts';
import type { Output } from '../../utils/messaging/protocol.ts';
import { useQuery } from '../hooks/use-query.ts';
import { useLoadedWords } from '../ui/use-loaded-words.ts';
import { useT } from './words.ts';

/** Since when the popup says what changed: what nobody has read yet, or everything from yesterday morning on. */
export type Since = 'looked' | 'yesterday';

export type HeadlineRow = Output<'watch.headlines'>['rows'][number];

/** When yesterday began on this machine's calendar, ISO 8601. */
function yesterday(): string {
  const day = new Date();
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() - 1);
  return day.toISOString();
}

/** The sentences and their words are a file of their own: the popup opens without them. */
const load = async (language: Language) => (await import('./digest-part.tsx')).loadDigest(language);
const loadNothing = async () => null;

/** Asks, and draws nothing: a question cannot wait inside a hook until it is wanted. */
function Question({ from, onRows }: { from: string | null; onRows: (rows: HeadlineRow[]) => void }) {
  const found = useQuery('watch.headlines', { from }, ['watchlist', 'settings', 'recovery']);
  useEffect(() => {
    if (found.value) onRows(found.value.rows);
  }, [found.value, onRows]);
  return null;
}

/**
 * The day's digest, asked for and loaded after the watchlist stands there.
 * @param wanted false: nothing is known of any page, so there is nothing to ask
 */
export function useDigest(wanted: boolean) {
  const t = useT();
  const [since, setSince] = useState<Since>('looked');
  const [rows, setRows] = useState<HeadlineRow[]>([]);
  const part = useLoadedWords(wanted ? load : loadNothing, t.language)?.words ?? null;
  const question = wanted && <Question from={since === 'looked' ? null : yesterday()} onRows={setRows} />;
  return { since, setSince, rows, part, question };
}
