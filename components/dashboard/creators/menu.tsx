import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from '../../ui/icon.tsx';

const controls = 'button:not(:disabled), input:not(:disabled), a[href], select';

/**
 * A button that opens a small panel below it. Escape, a press elsewhere or leaving it by Tab closes it; the arrow keys go from one of
 * its controls to the next.
 */
export function Menu({
  label,
  name,
  icon,
  on,
  disabled,
  children,
}: {
  label: ComponentChildren;
  /** fuller name for screen readers; must contain the visible words */
  name?: string | undefined;
  icon?: IconName | undefined;
  /** something in it is chosen */
  on?: boolean | undefined;
  disabled?: boolean | undefined;
  children: (close: () => void) => ComponentChildren;
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  useLayoutEffect(() => {
    const shown = panel.current;
    if (!open || !shown) return;
    // kept inside the window, wherever its button stands
    const over = shown.getBoundingClientRect().right - (document.documentElement.clientWidth - 8);
    if (over > 0) shown.style.translate = `${-over}px 0`;
    shown.querySelector<HTMLElement>(controls)?.focus();
  }, [open]);
  useEffect(() => {
    if (!open) return;
    const stop = new AbortController();
    const leave = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave, { signal: stop.signal });
    document.addEventListener('focusin', leave, { signal: stop.signal });
    return () => stop.abort();
  }, [open]);

  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      return close();
    }
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const inDate = event.target instanceof HTMLInputElement && event.target.type === 'date';
    if (!by || inDate || !panel.current) return;
    event.preventDefault();
    const all = [...panel.current.querySelectorAll<HTMLElement>(controls)];
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[(at + by + all.length) % all.length]?.focus();
  };

  return (
    <div class="creators-menu" ref={root}>
      <button
        ref={button}
        type="button"
        class={`button creators-menu-button${on ? ' on' : ''}`}
        aria-label={name}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        disabled={disabled}
        onClick={() => setOpen(!open)}
      >
        {icon && <Icon name={icon} />}
        <span class="creators-menu-words">{label}</span>
        <Icon name="down" />
      </button>
      {open && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the controls inside
        <div id={id} ref={panel} class="creators-panel" onKeyDown={move}>
          {children(close)}
        </div>
      )}
    </div>
  );
}
