import './fans.css';
import { useRef } from 'preact/hooks';
import type { Settings } from '../../../utils/domain/settings.ts';
import { useSpam } from '../../hooks/use-fans.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorNote } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useAddressState } from '../use-address-state.ts';
import type { Route } from '../use-route.ts';
import { readSpam, spamHash } from './page-state.ts';
import { nameOf } from './profile-link.tsx';
import { SpamItem } from './spam-item.tsx';
import { FansWords, useT } from './words.tsx';

/** `#/spam`: what was tagged as spam, to be hidden or blocked by hand. */
export function SpamPage({ route, settings }: { route: Route; settings: Settings }) {
  return (
    <FansWords market={settings.market}>
      <Spam route={route} />
    </FansWords>
  );
}

function Spam({ route }: { route: Route }) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  const [{ done, author }, change] = useAddressState(route, readSpam, spamHash);
  const list = useSpam(author ? { authorKey: author } : { done });
  const choices = useQuery('tag.choices', {}, ['tags']);
  const spamTags = (choices.value?.tags ?? []).flatMap(({ tag }) => (tag.effect === 'spam' ? [tag.id] : []));
  const { rows, more, pending, failed, showMore, again } = list;
  const named = rows?.find(({ item }) => item.author)?.item.author;
  const tab = done ? 'done' : 'open';
  return (
    <>
      <h1>{t('nav_spam')}</h1>
      <p class="soft">{t('spam_words')}</p>
      <p>
        <a href="#/fans">{t('spam_to_fans')}</a>
      </p>
      {author ? (
        <p>
          <a href={spamHash({ done: false, author: '' })}>{t('spam_all')}</a>
        </p>
      ) : (
        <Tabs
          label={t('fans_views')}
          value={tab}
          tabs={(['open', 'done'] as const).map((value) => ({ value, label: t(`spam_tab_${value}`) }))}
          panelId="spam-panel"
          onChange={(next) => change({ done: next === 'done', author: '' })}
        />
      )}
      <div
        id="spam-panel"
        class="fans-panel"
        {...(author ? {} : { role: 'tabpanel', 'aria-label': t(`spam_tab_${tab}`) })}
      >
        <h2 ref={heading} tabIndex={-1}>
          {author
            ? t('spam_of_author', { name: named ? nameOf(named) : t('spam_nobody') })
            : t(`spam_tab_${tab}`)}
        </h2>
        {failed && <ErrorNote code={failed} again={again} />}
        {!rows && !failed && <Skeleton lines={6} label={t('loading')} />}
        {rows?.length === 0 && (
          <EmptyState title={t(author ? 'spam_none_author' : `spam_none_${tab}`)}>
            {!author && !done && t('spam_none_open_next')}
          </EmptyState>
        )}
        {rows && rows.length > 0 && (
          <ul class="rows">
            {rows.map((row) => (
              <SpamItem
                key={row.item.id}
                row={row}
                spamTags={spamTags}
                alone={author !== ''}
                onGone={() => heading.current?.focus()}
              />
            ))}
          </ul>
        )}
        {rows && more && (
          <div>
            <Button pending={pending} onClick={showMore}>
              {t('fans_more')}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}
