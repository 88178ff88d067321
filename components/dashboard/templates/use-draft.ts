import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Id } from '../../../utils/domain/record.ts';
import type { Template, TemplateDetails } from '../../../utils/domain/template.ts';
import { type SaveTemplate, useSaveTemplate } from '../../hooks/use-save-template.ts';
import { useNotify } from '../../ui/toast.tsx';
import {
  cleaned,
  detailsOf,
  emptyDetails,
  type FieldFaults,
  faultsOf,
  hasText,
  sameDetails,
} from './details.ts';
import { firstWords } from './template-row.tsx';
import { loadLanguageTools } from './use-language-tools.ts';
import { useT } from './words.tsx';

export interface Draft {
  details: TemplateDetails;
  set: (changes: Partial<TemplateDetails>) => void;
  /** what is stored; null: it is new */
  base: Template | null;
  dirty: boolean;
  /** shown once somebody tried to save */
  faults: FieldFaults;
  /** it was changed elsewhere while it was edited here */
  newer: Template | null;
  /** gives up what was typed for the newer one */
  takeNewer: () => void;
  /** @param over in the place of the newer one. @returns the stored template and the operation */
  save: (over?: boolean) => Promise<{ saved: Template; operationId: Id } | null>;
  saving: SaveTemplate;
}

/** Whether a text of it cannot be filled: then it is kept as a draft. */
async function isBroken(details: TemplateDetails, all: readonly Template[]): Promise<boolean> {
  const { checkText, snippetsOf } = await loadLanguageTools();
  return details.variants.some(({ language, wordings }) => {
    const snippets = snippetsOf(all, language);
    return wordings.some(({ text }) => checkText(text, snippets, details.shortcut).length > 0);
  });
}

/**
 * A template while it is edited. What was typed is not lost by going elsewhere: it is saved on leaving, and that can be undone.
 * @param stored what is in the notebook now; null for a new one
 * @param all every template, for shortcuts and snippets
 */
export function useDraft(stored: Template | null, all: readonly Template[], language: string): Draft {
  const t = useT();
  const notify = useNotify();
  const saving = useSaveTemplate();
  const [base, setBase] = useState(stored);
  const [begun] = useState(() => emptyDetails(language));
  const [details, setDetails] = useState(() => (stored ? detailsOf(stored) : begun));
  const [tried, setTried] = useState(false);
  const before = useMemo(() => (base ? detailsOf(base) : begun), [base, begun]);
  const dirty = useMemo(() => !sameDetails(details, before), [details, before]);
  const moved =
    stored && base && stored.id === base.id && stored.updatedAt !== base.updatedAt ? stored : null;

  const take = useCallback((template: Template) => {
    setBase(template);
    setDetails(detailsOf(template));
    setTried(false);
  }, []);
  useEffect(() => {
    // nothing was typed here: what was changed elsewhere is simply shown
    if (moved && !dirty) take(moved);
  }, [moved, dirty, take]);

  const { run } = saving;
  const latest = useRef({ details, base, all, dirty });
  latest.current = { details, base, all, dirty };
  const faults = faultsOf(details, all, base?.id);
  const save = async (over = false) => {
    setTried(true);
    if (Object.keys(faults).length > 0) return null;
    const sent = details;
    const result = await run(cleaned(sent, await isBroken(sent, all)), base, over);
    if (!result) return null;
    setTried(false);
    setBase(result.saved);
    // what was typed while it was being saved stays
    setDetails((now) => (now === sent ? detailsOf(result.saved) : now));
    if (latest.current.details === sent) latest.current.dirty = false;
    return result;
  };

  const leave = useRef<() => Promise<void>>(async () => undefined);
  leave.current = async () => {
    const now = latest.current;
    if (!now.dirty || !(now.details.title.trim() || now.details.variants.some(hasText))) return;
    const first = now.details.variants[0]?.wordings[0]?.text ?? '';
    const title = now.details.title.trim() || firstWords(first).slice(0, 60) || t('templates_untitled');
    const wrong = faultsOf({ ...now.details, title }, now.all, now.base?.id);
    const { shortcut: typed, ...rest } = now.details;
    const kept = wrong.shortcut ? rest : now.details;
    const result = await run(cleaned({ ...kept, title }, await isBroken(kept, now.all)), now.base);
    notify(
      result
        ? { text: t('templates_saved', { title }), undo: result.operationId }
        : { text: t('templates_leave_failed', { title }) },
    );
  };
  useEffect(() => {
    // a closed tab saves nothing any more: the browser asks first
    const closing = (event: BeforeUnloadEvent) => {
      if (latest.current.dirty) event.preventDefault();
    };
    window.addEventListener('beforeunload', closing);
    return () => {
      window.removeEventListener('beforeunload', closing);
      void leave.current();
    };
  }, []);

  const set = useCallback(
    (changes: Partial<TemplateDetails>) => setDetails((now) => ({ ...now, ...changes })),
    [],
  );
  return {
    details,
    set,
    base,
    dirty,
    faults: tried ? faults : faults.shortcut ? { shortcut: faults.shortcut } : {},
    newer: moved && dirty ? moved : null,
    takeNewer: () => moved && take(moved),
    save,
    saving,
  };
}
