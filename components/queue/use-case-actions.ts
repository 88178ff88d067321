import { useRef, useState } from 'preact/hooks';
import type { CaseRow } from '../../utils/domain/case-row.ts';
import { newId } from '../../utils/domain/new-id.ts';
import type { ErrorCode } from '../../utils/domain/result.ts';
import type { CaseMove } from '../../utils/messaging/protocol/cases.ts';
import type { Input } from '../../utils/messaging/protocol.ts';
import { useAction } from '../hooks/use-action.ts';
import { useUndo } from '../hooks/use-undo.ts';
import { copyText } from '../ui/copy-text.ts';
import { useNotify } from '../ui/toast.tsx';
import { holdText, nudgeText } from './case-text.ts';
import { useT } from './words.tsx';

type Named = Pick<CaseRow, 'id' | 'title'>;

export interface CaseActions {
  /** Takes a step. @param copy goes into the clipboard first, while the press still counts @returns whether it is done */
  move: (one: Named, move: CaseMove, copy?: string) => Promise<boolean>;
  edit: (one: Named, changes: Input<'case.edit'>['changes']) => Promise<boolean>;
  /** copies the reminder for the department and notes that it was reminded */
  nudge: (one: CaseRow) => Promise<boolean>;
  /** copies what keeps the customer from waiting in silence and notes it */
  hold: (one: CaseRow) => Promise<boolean>;
  /** takes the last step of this screen back */
  undo: () => Promise<void>;
  canUndo: boolean;
  pending: boolean;
  failed: ErrorCode | null;
  /** the clipboard refused: the text can be copied by hand */
  notCopied: string | null;
  closeNotCopied: () => void;
}

/** What can be done with a case, from buttons and keys alike. Each step is one operation with its undo. */
export function useCaseActions(): CaseActions {
  const t = useT();
  const notify = useNotify();
  const move = useAction('case.move');
  const edit = useAction('case.edit');
  const log = useAction('case.log');
  const undo = useUndo();
  const last = useRef<string | null>(null);
  const [canUndo, setCanUndo] = useState(false);
  const [notCopied, setNotCopied] = useState<string | null>(null);

  const done = (operationId: string, text: string) => {
    last.current = operationId;
    setCanUndo(true);
    notify({ text, undo: operationId });
    return true;
  };
  const copied = async (text: string) => {
    const there = await copyText(text);
    setNotCopied(there ? null : text);
    return there;
  };
  const logged = async (one: CaseRow, step: 'nudged' | 'held', text: string) => {
    if (!(await copied(text))) return false;
    const operationId = newId();
    const result = await log.run({ caseId: one.id, step }, operationId);
    return result.ok && done(operationId, t(`queue_done_${step}`, { title: one.title }));
  };

  return {
    async move(one, step, copy) {
      const there = copy === undefined || (await copied(copy));
      const operationId = newId();
      const result = await move.run({ caseId: one.id, move: step }, operationId);
      if (!result.ok) return false;
      const words = t(`queue_done_${step.to}`, { title: one.title });
      return done(operationId, copy !== undefined && there ? `${words} ${t('queue_text_copied')}` : words);
    },
    async edit(one, changes) {
      const operationId = newId();
      const result = await edit.run({ caseId: one.id, changes }, operationId);
      return result.ok && done(operationId, t('queue_done_changed', { title: one.title }));
    },
    nudge: (one) => logged(one, 'nudged', nudgeText(t, one, Date.now())),
    hold: (one) => logged(one, 'held', holdText(one)),
    async undo() {
      const operation = last.current;
      if (operation === null) return;
      const result = await undo.run({ undo: operation });
      if (!result.ok) return;
      last.current = null;
      setCanUndo(false);
      notify({ text: t('undone') });
    },
    canUndo,
    pending: move.pending || edit.pending || log.pending || undo.pending,
    failed: move.failed ?? edit.failed ?? log.failed ?? undo.failed,
    notCopied,
    closeNotCopied: () => setNotCopied(null),
  };
}
