import type { ComponentType } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { Skeleton } from './spinner.tsx';
import { useWords } from './words.ts';

/** A part whose code is loaded when it is shown for the first time: what stands around it must not wait. `lines`: of its place until then. */
export function lazy<P extends object>(
  load: () => Promise<ComponentType<P>>,
  lines: number,
): ComponentType<P> {
  let loaded: ComponentType<P> | null = null;
  return function Lazy(props: P) {
    const t = useWords();
    const [Part, setPart] = useState<ComponentType<P> | null>(() => loaded);
    // before the first picture: what is there already stands in it
    useLayoutEffect(() => {
      if (loaded) return;
      let wanted = true;
      void load().then((part) => {
        loaded = part;
        if (wanted) setPart(() => part);
      });
      return () => {
        wanted = false;
      };
    }, []);
    return Part ? <Part {...props} /> : <Skeleton lines={lines} label={t('loading')} />;
  };
}
