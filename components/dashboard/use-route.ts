import { useEffect, useState } from 'preact/hooks';

/** The pages of the dashboard: `#/<name>`, one of them with an id, `#/creator/<id>`. */
export const pageNames = [
  'creators',
  'creator',
  'import',
  'activity',
  'storage',
  'settings',
  'about',
  'welcome',
  'recovery',
] as const;
export type PageName = (typeof pageNames)[number];

export interface Route {
  page: PageName;
  /** of `#/creator/<id>`; empty elsewhere */
  id: string;
  /** what stands behind a `?` */
  query: URLSearchParams;
}

/** What an address stands for; anything unknown is the creator list. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [name = '', id = ''] = path.split('/');
  const page = pageNames.find((known) => known === name) ?? 'creators';
  return { page, id: page === 'creator' ? id : '', query: new URLSearchParams(query) };
}

/** The page that is shown. A move begins at the top and puts the focus there, as a new document would. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const moved = () => {
      const next = routeOf(location.hash);
      setRoute((before) => {
        if (before.page !== next.page || before.id !== next.id) {
          window.scrollTo(0, 0);
          document.getElementById('content')?.focus({ preventScroll: true });
        }
        return next;
      });
    };
    window.addEventListener('hashchange', moved);
    return () => window.removeEventListener('hashchange', moved);
  }, []);
  return route;
}
