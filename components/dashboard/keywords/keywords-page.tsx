import './keywords.css';
import { useRef, useState } from 'preact/hooks';
import type { Settings } from '../../../utils/domain/settings.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorNote } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { GroupEditor, newGroup } from './group-editor.tsx';
import { GroupRow } from './group-row.tsx';
import { MarksPanel } from './marks-panel.tsx';
import { StarterPanel } from './starter-panel.tsx';
import { TrendPanel } from './trend-panel.tsx';
import { TryText } from './try-text.tsx';
import { KeywordsWords, useT } from './words.tsx';

/** `#/keywords`: the groups of keyword alerts, lists to begin with, a text to try them on, and how often they were seen. */
export function KeywordsPage({ settings }: { settings: Settings }) {
  return (
    <KeywordsWords market={settings.market}>
      <Keywords settings={settings} />
    </KeywordsWords>
  );
}

function Keywords({ settings }: { settings: Settings }) {
  const t = useT();
  const found = useQuery('keyword.groups', {}, ['keywords', 'recovery']);
  const tags = useQuery('tag.choices', {}, ['tags', 'recovery']).value?.tags.map(({ tag }) => tag) ?? [];
  const [adding, setAdding] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const groups = found.value?.groups;
  return (
    <>
      <h1>{t('nav_keywords')}</h1>
      <p class="soft">{t('keywords_words')}</p>
      <section class="panel" aria-labelledby="keywords-groups">
        <div class="panel-head">
          <h2 id="keywords-groups" ref={heading} tabIndex={-1}>
            {t('keywords_groups')}
          </h2>
          <Button icon="add" expanded={adding} controls="keywords-new" onClick={() => setAdding(!adding)}>
            {t('keywords_new')}
          </Button>
        </div>
        {adding && (
          <div id="keywords-new">
            <GroupEditor
              details={newGroup}
              tags={tags}
              onDone={() => {
                setAdding(false);
                heading.current?.focus();
              }}
            />
          </div>
        )}
        {found.state === 'loading' && <Skeleton lines={4} label={t('loading')} />}
        {found.code && <ErrorNote code={found.code} again={found.again} />}
        {groups?.length === 0 && !adding && (
          <EmptyState title={t('keywords_none')}>{t('keywords_none_words')}</EmptyState>
        )}
        {groups && groups.length > 0 && (
          <ul class="rows">
            {groups.map((group) => (
              <GroupRow key={group.id} group={group} tags={tags} onRemoved={() => heading.current?.focus()} />
            ))}
          </ul>
        )}
      </section>
      {groups && <StarterPanel groups={groups} tags={tags} />}
      {groups && groups.length > 0 && <TryText groups={groups} />}
      {groups && groups.length > 0 && <TrendPanel groups={groups} />}
      <MarksPanel settings={settings} />
    </>
  );
}
