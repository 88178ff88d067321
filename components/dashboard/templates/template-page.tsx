import './templates.css';
import { useState } from 'preact/hooks';
import type { Settings } from '../../../utils/domain/settings.ts';
import { useTemplates } from '../../hooks/use-templates.ts';
import { EmptyState, ErrorNote } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { TemplateEditor } from './template-editor.tsx';
import { listAddress } from './use-list-state.ts';
import { TemplatesWords, useT } from './words.tsx';

/** One template: `new`, or the id of one that is there. */
export function TemplatePage({ id, market }: { id: string; market: Settings['market'] }) {
  return (
    <TemplatesWords market={market}>
      <Loaded id={id} />
    </TemplatesWords>
  );
}

function Loaded({ id }: { id: string }) {
  const t = useT();
  const list = useTemplates();
  // a new one gets its id when it is saved, and stays on the screen as it is
  const [own, setOwn] = useState(id);
  if (list.state === 'loading') return <Skeleton lines={8} label={t('loading')} />;
  if (list.state === 'failed' && list.templates.length === 0 && list.code)
    return (
      <>
        <Back />
        <ErrorNote code={list.code} again={list.again} />
      </>
    );
  const stored = list.templates.find((template) => template.id === own) ?? null;
  if (!stored && own === id && id !== 'new')
    return (
      <>
        <h1>{t('templates_gone')}</h1>
        <EmptyState title={t('templates_gone_why')}>
          <Back />
        </EmptyState>
      </>
    );
  return (
    <div class="templates-one">
      <Back />
      {list.code && <ErrorNote code={list.code} again={list.again} />}
      <TemplateEditor
        stored={stored}
        list={list}
        onCreated={(created) => {
          setOwn(created);
          history.replaceState(history.state, '', `#/template/${created}`);
        }}
      />
    </div>
  );
}

/** The way back keeps the filter with which the list was left. */
function Back() {
  const t = useT();
  return (
    <p>
      <a href={listAddress()}>{t('templates_back')}</a>
    </p>
  );
}
