import { useEffect, useState } from 'preact/hooks';

export const routes = ['settings', 'welcome', 'recovery'] as const;
export type Route = (typeof routes)[number];

/** The page that an address stands for: `#/welcome` → `welcome`; anything unknown is the settings. */
export function routeOf(hash: string): Route {
  const name = hash.replace(/^#\/?/, '').split(/[/?]/)[0];
  return routes.find((route) => route === name) ?? 'settings';
}

export function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const moved = () => {
      setRoute(routeOf(location.hash));
      window.scrollTo(0, 0);
    };
    window.addEventListener('hashchange', moved);
    return () => window.removeEventListener('hashchange', moved);
  }, []);
  return route;
}
