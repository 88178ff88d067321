import type { Case } from '../../domain/case.ts';
import type { Reader } from '../../storage/reader.ts';

/**
 * Cases of one person: what they asked or complained about, with their words. They go with the person and are part of what is kept about
 * them.
 * @param keys every identity key of the person's accounts
 */
export async function casesOf(reader: Reader, keys: ReadonlySet<string>): Promise<Case[]> {
  const found = await Promise.all([...keys].map((key) => reader.list('cases', 'authorKeys', key)));
  return [...new Map(found.flat().map((one) => [one.id, one])).values()];
}
