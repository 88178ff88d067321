import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Skeleton } from '../ui/spinner.tsx';
import { useT } from './words.ts';

/** A page whose code is loaded when somebody goes there: the list must not wait for the import's readers of tables. */
export function lazyPage<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | null = null;
  return function LazyPage(props: P) {
    const t = useT();
    const [Page, setPage] = useState<ComponentType<P> | null>(() => loaded);
    useEffect(() => {
      if (loaded) return;
      let wanted = true;
      void load().then((page) => {
        loaded = page;
        if (wanted) setPage(() => page);
      });
      return () => {
        wanted = false;
      };
    }, []);
    return Page ? <Page {...props} /> : <Skeleton lines={6} label={t('loading')} />;
  };
}
