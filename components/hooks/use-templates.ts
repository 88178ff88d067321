import { useMemo } from 'preact/hooks';
import type { Brand } from '../../utils/domain/brand.ts';
import type { Id } from '../../utils/domain/record.ts';
import type { ErrorCode } from '../../utils/domain/result.ts';
import type { Template, TemplateStatistics } from '../../utils/domain/template.ts';
import { useQuery } from './use-query.ts';

export interface Templates {
  state: 'loading' | 'ready' | 'failed';
  templates: readonly Template[];
  /** figures by template; without them the list is shown all the same */
  figures: ReadonlyMap<Id, TemplateStatistics>;
  brands: readonly Brand[];
  /** the current one; null while there is none */
  brand: Brand | null;
  /** what was last written into each fill-in field */
  answers: Readonly<Record<string, readonly string[]>>;
  code: ErrorCode | undefined;
  again: () => void;
}

const none: readonly never[] = [];

/** Every template with its figures, and whose they are; asked again after each change. */
export function useTemplates(): Templates {
  const list = useQuery('template.list', {}, ['templates', 'brands', 'settings']);
  const statistics = useQuery('template.statistics', {}, ['templates', 'template-uses']);
  const { value } = list;
  const figures = useMemo(
    () => new Map((statistics.value?.templates ?? none).map((each) => [each.templateId, each])),
    [statistics.value],
  );
  const answers = useMemo(
    () => Object.fromEntries((value?.answers ?? none).map(({ name, values }) => [name, values])),
    [value],
  );
  return {
    state: list.state,
    templates: value?.templates ?? none,
    figures,
    brands: value?.brands ?? none,
    brand: value?.brands.find(({ id }) => id === value.currentBrandId) ?? null,
    answers,
    code: list.code,
    again: list.again,
  };
}
