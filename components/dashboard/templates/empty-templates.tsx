import { useState } from 'preact/hooks';
import { newId } from '../../../utils/domain/new-id.ts';
import { useAction } from '../../hooks/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorNote } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { useT } from './words.tsx';

/** Nothing is there yet: the starter set, or what somebody already has. */
export function EmptyTemplates() {
  const t = useT();
  const notify = useNotify();
  const begin = useAction('template.starter');
  const [loading, setLoading] = useState(false);
  const start = async () => {
    setLoading(true);
    const { loadStarterSet } = await import('./load-starter.ts');
    const templates = await loadStarterSet(t.language);
    setLoading(false);
    const operationId = newId();
    const result = await begin.run({ templates }, operationId);
    if (result.ok)
      notify({ text: t('templates_starter_added', { count: result.value.added }), undo: operationId });
  };
  return (
    <EmptyState title={t('templates_none')}>
      <p>{t('templates_none_words')}</p>
      <Button kind="primary" pending={loading || begin.pending} onClick={() => void start()}>
        {t('templates_starter_add')}
      </Button>
      {begin.failed && <ErrorNote code={begin.failed} />}
      <p>
        {t('templates_starter_brand')} <a href="#/settings">{t('nav_settings')}</a>
      </p>
      <p>
        <a href="#/templates/import">{t('templates_none_import')}</a>
      </p>
    </EmptyState>
  );
}
