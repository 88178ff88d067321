import { Drawing } from '../ui/icon.tsx';
import { Mark } from '../ui/mark.tsx';
import { productName } from '../ui/words.ts';
import type { PageName } from './use-route.ts';
import { useT } from './words.ts';

/** Pages in the navigation, each with its drawing on the grid of ui/icon.tsx. A new page is one more line. */
const entries = {
  queue: 'M2.5 3.5h11v9h-11zM2.5 9.5h3l1 1.5h3l1-1.5h3M5.5 6h5',
  keywords: 'M2 6.2v3.6h2.4l4.6 3V3.2l-4.6 3zM11.4 5.6a3.4 3.4 0 0 1 0 4.8',
  fans: 'M8 13.4S2.2 10 2.2 6.2A3 3 0 0 1 8 5a3 3 0 0 1 5.8 1.2C13.8 10 8 13.4 8 13.4z',
  rights: 'M2.5 3h11v10h-11zM2.5 10.5l3-3 2.6 2.6 2-2 3.4 3.2M10.6 6.4h.01',
  campaigns:
    'M2.5 7h11v6h-11zM2 4.8h12V7H2zM8 4.8V13M8 4.8C6.8 2 4 2.4 4.4 3.8c.2.8 1.8 1 3.6 1zM8 4.8c1.2-2.8 4-2.4 3.6-1-.2.8-1.8 1-3.6 1z',
  tags: 'M2.5 2.5h5.2l5.8 5.8-5.2 5.2-5.8-5.8zM5.4 5.4h.01',
  creators:
    'M6 8a2.4 2.4 0 1 0 0-4.8A2.4 2.4 0 0 0 6 8zM1.5 13.2c.4-2.4 2.2-3.6 4.5-3.6s4.1 1.2 4.5 3.6M10.5 3.4a2.2 2.2 0 0 1 0 4.2M12 9.9c1.4.5 2.3 1.6 2.5 3.3',
  templates: 'M2.5 3h11v7.5H7.5L4.5 13v-2.5h-2zM5 5.8h6M5 8h4',
  watch:
    'M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8zM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z',
  import: 'M8 2.5v7.2M5 6.9 8 9.9l3-3M2.5 10.5v3h11v-3',
  activity: 'M2 8h2.6L6.4 3l3 10L11.2 8H14',
  sites: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM2.2 8h3l1.3-2.6 2.4 5L10.4 8h3.4',
  storage:
    'M8 6.5c3 0 5.5-1 5.5-2.2S11 2 8 2 2.5 3 2.5 4.3 5 6.5 8 6.5zM2.5 4.3v7.4C2.5 13 5 14 8 14s5.5-1 5.5-2.3V4.3M2.5 8c0 1.2 2.5 2.2 5.5 2.2s5.5-1 5.5-2.2',
  settings:
    'M8 10.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM8 1.8v2M8 12.2v2M14.2 8h-2M3.8 8h-2M12.4 3.6 11 5M5 11l-1.4 1.4M12.4 12.4 11 11M5 5 3.6 3.6',
  about: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.5V11M8 5h.01',
} as const satisfies Partial<Record<PageName, string>>;

/** The pages by what they are for. */
const groups = {
  daily: ['queue', 'watch', 'keywords'],
  people: ['creators', 'fans'],
  content: ['templates', 'rights', 'campaigns'],
  manage: ['tags', 'import', 'activity', 'sites', 'storage', 'settings', 'about'],
} as const satisfies Record<string, readonly (keyof typeof entries)[]>;

/** The page in the navigation that stands for another one. */
const belongsTo: Partial<Record<PageName, keyof typeof entries>> = {
  creator: 'creators',
  spam: 'fans',
  template: 'templates',
  recovery: 'storage',
  welcome: 'settings',
};

export function Navigation({ page }: { page: PageName }) {
  const t = useT();
  const current = belongsTo[page] ?? page;
  return (
    <header class="side">
      <button type="button" class="skip-link" onClick={() => document.getElementById('content')?.focus()}>
        {t('skip_to_content')}
      </button>
      <div class="side-inner">
        <p class="product">
          <Mark /> {productName}
        </p>
        <nav aria-label={t('navigation')}>
          {Object.entries(groups).map(([group, names]) => (
            <div key={group}>
              <p id={`nav-${group}`} class="group">
                {t(`nav_group_${group as keyof typeof groups}`)}
              </p>
              <ul aria-labelledby={`nav-${group}`}>
                {names.map((name) => (
                  <li key={name}>
                    <a href={`#/${name}`} aria-current={name === current ? 'page' : undefined}>
                      <Drawing path={entries[name]} /> {t(`nav_${name}`)}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
      </div>
    </header>
  );
}
