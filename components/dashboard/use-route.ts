import { useEffect, useState } from 'preact/hooks';

/** The pages of the dashboard: `#/<name>`, some with more behind it: `#/creator/<id>`, `#/template/<id>`, `#/templates/import`, `#/watch/<id>`. */
export const pageNames = [
  'creators',
  'creator',
  'tags',
  'queue',
  'keywords',
  'rights',
  'fans',
  'spam',
  'campaigns',
  'templates',
  'template',
  'watch',
  'import',
  'activity',
  'sites',
  'storage',
  'settings',
  'about',
  'welcome',
  'recovery',
] as const;
export type PageName = (typeof pageNames)[number];

const withMore: readonly PageName[] = [
  'creator',
  'template',
  'templates',
  'watch',
  'queue',
  'keywords',
  'rights',
  'campaigns',
];

export interface Route {
  page: PageName;
  /** of `#/creator/<id>` and `#/template/<id>`, the part of `#/templates/<part>` and `#/watch/<part>`; empty elsewhere */
  id: string;
  /** what stands behind a `?` */
  query: URLSearchParams;
}

/** What an address stands for; anything unknown is the creator list. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [name = '', id = ''] = path.split('/');
  const page = pageNames.find((known) => known === name) ?? 'creators';
  return { page, id: withMore.includes(page) ? id : '', query: new URLSearchParams(query) };
}

/** Where the list was left, filter and all; everybody who leads back to it goes there. */
let leftList = '#/creators';
export const listAddress = () => leftList;

/** The page that is shown. A move begins at the top and puts the focus there, as a new document would. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const moved = (event: HashChangeEvent) => {
      const next = routeOf(location.hash);
      const left = URL.canParse(event.oldURL) ? new URL(event.oldURL).hash : '';
      if (left && routeOf(left).page === 'creators') leftList = left;
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
