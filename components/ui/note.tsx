import type { ComponentChildren } from 'preact';
import type { ErrorCode } from '../../utils/domain/result.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { useWords } from './words.ts';

const icons = { info: 'info', good: 'check', warn: 'warn', bad: 'warn' } as const;

/** A short word to the person. `bad` is read out at once, `good` when there is time. */
export function Note({
  kind = 'info',
  children,
  action,
}: {
  kind?: 'info' | 'good' | 'warn' | 'bad';
  children: ComponentChildren;
  action?: ComponentChildren;
}) {
  const role = kind === 'bad' ? 'alert' : kind === 'good' ? 'status' : undefined;
  return (
    <div class={`note ${kind}`} role={role}>
      <Icon name={icons[kind]} />
      <div class="note-words">{children}</div>
      {action && <div class="note-action">{action}</div>}
    </div>
  );
}

/** What went wrong, what was kept and what to do, from the code of a failure; `again` offers another try. */
export function ErrorNote({ code, again }: { code: ErrorCode; again?: (() => void) | undefined }) {
  const t = useWords();
  return (
    <Note kind="bad" action={again && <Button onClick={again}>{t('try_again')}</Button>}>
      {t(`error_${code}`)}
    </Note>
  );
}

/** Says that a list is empty and what to do next. */
export function EmptyState({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children && <div class="empty-words">{children}</div>}
    </div>
  );
}
