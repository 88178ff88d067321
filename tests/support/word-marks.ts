import type { Page } from '@playwright/test';
import { markNames } from '../../utils/domain/keyword-kinds.ts';

/** What is marked in a page, as any script of the page can find out: the words, by severity, in the order of the text. */
export async function markedIn(
  page: Pick<Page, 'evaluate'>,
): Promise<{ low: string[]; medium: string[]; high: string[] }> {
  return page.evaluate(marked, markNames);
}

/** Runs in the page, in either browser. */
export function marked(names: Record<string, string>) {
  const registry = CSS.highlights as unknown as Map<string, Iterable<Range>>;
  const of = (name: string | undefined) =>
    [...(registry.get(name ?? '') ?? [])]
      // a range in another tree stands before or after the others
      .sort((a, b) => (a.startContainer.compareDocumentPosition(b.startContainer) & 2 ? 1 : -1))
      .map((range) => range.toString())
      .filter((text) => text !== '');
  return { low: of(names.low), medium: of(names.medium), high: of(names.high) };
}

/** The groups of keyword alerts that the tests begin with. */
export const wordGroups = [
  {
    starter: 'buying-en',
    details: {
      name: 'Buying',
      kind: 'buying',
      severity: 'medium',
      words: ['where did you get', '哪里买', 'link?'],
      enabled: true,
    },
  },
  {
    starter: 'trust-en',
    details: { name: 'Trust', kind: 'trust', severity: 'high', words: ['scam*', '骗子'], enabled: true },
  },
];
