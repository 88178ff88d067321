import { useCallback } from 'preact/hooks';
import { newId } from '../../utils/domain/new-id.ts';
import type { Id } from '../../utils/domain/record.ts';
import type { ErrorCode } from '../../utils/domain/result.ts';
import type { Template, TemplateDetails } from '../../utils/domain/template.ts';
import { useAction } from './use-action.ts';

export interface SaveTemplate {
  /**
   * @param base what was being edited; null for a new one
   * @param over true: also where it was changed elsewhere meanwhile
   * @returns what is stored now and the operation that an undo takes back; null where nothing was saved
   */
  run: (
    details: TemplateDetails,
    base: Template | null,
    over?: boolean,
  ) => Promise<{ saved: Template; operationId: Id } | null>;
  pending: boolean;
  failed: ErrorCode | null;
  done: boolean;
  clear: () => void;
}

/** Saving one template, and saying so when it was changed elsewhere in between. */
export function useSaveTemplate(): SaveTemplate {
  const { run: write, ...phase } = useAction('template.save');
  const run = useCallback(
    async (details: TemplateDetails, base: Template | null, over = false) => {
      const operationId = newId();
      const known = base ? { templateId: base.id, ...(over ? {} : { seen: base.updatedAt }) } : {};
      const result = await write({ ...known, details }, operationId);
      return result.ok ? { saved: result.value, operationId } : null;
    },
    [write],
  );
  return { run, ...phase };
}
