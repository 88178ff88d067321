import { useCallback, useMemo } from 'preact/hooks';
import type { Id } from '../../../utils/domain/record.ts';
import type { Template } from '../../../utils/domain/template.ts';
import { indexTemplates, searchTemplates } from '../../../utils/templates/search-templates.ts';

/** Finds templates by a query. @returns each one's place among the found, the best first; null for no query */
export function useSearch(templates: readonly Template[]): (query: string) => ReadonlyMap<Id, number> | null {
  const index = useMemo(() => indexTemplates(templates), [templates]);
  return useCallback(
    (query: string) => {
      if (!query.trim()) return null;
      const found = searchTemplates(index, query, { limit: templates.length });
      return new Map(found.map(({ id }, place) => [id, place]));
    },
    [index, templates],
  );
}
