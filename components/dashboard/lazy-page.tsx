import type { ComponentType } from 'preact';
import { lazy } from '../ui/lazy.tsx';

/** A page whose code is loaded when somebody goes there: the list must not wait for the import's readers of tables. */
export function lazyPage<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return lazy(load, 6);
}
