import type { ComponentChildren, Ref } from 'preact';
import { Icon, type IconName } from './icon.tsx';
import { Spinner } from './spinner.tsx';

interface Common {
  onClick?: ((event: MouseEvent) => void) | undefined;
  disabled?: boolean | undefined;
  /** something is under way: shows a spinner, ignores further clicks and stays in the tab order */
  pending?: boolean | undefined;
  /** of a button that opens and closes something */
  expanded?: boolean | undefined;
  /** of a button that stays pressed */
  pressed?: boolean | undefined;
  /** id of what is opened */
  controls?: string | undefined;
  buttonRef?: Ref<HTMLButtonElement> | undefined;
}

export interface ButtonProps extends Common {
  /** `primary`: the one thing to do here · `plain`: the usual button · `quiet`: without a frame · `danger`: takes something away */
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  type?: 'button' | 'submit';
  icon?: IconName | undefined;
  /** fuller name for screen readers where the visible words need their row to be understood; must contain them */
  label?: string | undefined;
  children: ComponentChildren;
}

function shared({ onClick, disabled, pending, expanded, pressed, controls, buttonRef }: Common) {
  return {
    disabled,
    'aria-busy': pending || undefined,
    'aria-disabled': pending || undefined,
    'aria-expanded': expanded,
    'aria-pressed': pressed,
    'aria-controls': expanded ? controls : undefined,
    ref: buttonRef,
    onClick: (event: MouseEvent) => {
      if (pending) event.preventDefault();
      else onClick?.(event);
    },
  };
}

/** The product's button. While `pending` it cannot be pressed again, also not by Enter in a form. */
export function Button({ kind = 'plain', type = 'button', icon, label, children, ...common }: ButtonProps) {
  return (
    <button type={type} class={`button ${kind}`} aria-label={label} {...shared(common)}>
      {common.pending ? <Spinner /> : icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

/** A button that shows only a drawing; `label` is its name and its tooltip. */
export function IconButton({ icon, label, ...common }: Common & { icon: IconName; label: string }) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} {...shared(common)}>
      {common.pending ? <Spinner /> : <Icon name={icon} />}
    </button>
  );
}
