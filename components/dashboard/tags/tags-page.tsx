import './tags.css';
import type { Settings } from '../../../utils/domain/settings.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { ErrorNote } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { useAddressState } from '../use-address-state.ts';
import type { Route } from '../use-route.ts';
import { readTags, tagsHash } from './page-state.ts';
import { TagList } from './tag-list.tsx';
import { TaggedItems } from './tagged-items.tsx';
import { TagsWords, useT } from './words.tsx';

/** `#/tags`: what can be put on anything, and what follows from it; with `?tag=` what carries one of them. */
export function TagsPage({ route, settings }: { route: Route; settings: Settings }) {
  return (
    <TagsWords market={settings.market}>
      <Tags route={route} settings={settings} />
    </TagsWords>
  );
}

function Tags({ route, settings }: { route: Route; settings: Settings }) {
  const t = useT();
  const [{ tag }] = useAddressState(route, readTags, tagsHash);
  const { value, state, code, again } = useQuery('tag.choices', {}, ['tags', 'items']);
  return (
    <>
      <h1>{t('nav_tags')}</h1>
      {state === 'failed' && <ErrorNote code={code} again={again} />}
      {state === 'loading' && <Skeleton lines={8} label={t('loading')} />}
      {value &&
        (tag ? (
          <TaggedItems key={tag} of={tag} choices={value.tags} />
        ) : (
          <TagList choices={value.tags} settings={settings} />
        ))}
    </>
  );
}
