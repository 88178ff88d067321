import { newId } from '../../../utils/domain/new-id.ts';
import type { Template } from '../../../utils/domain/template.ts';
import { useAction } from '../../hooks/use-action.ts';
import { useSaveTemplate } from '../../hooks/use-save-template.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { detailsOf } from './details.ts';
import { listAddress } from './use-list-state.ts';
import { useT } from './words.tsx';

/** Putting it away or removing it; both can be taken back. */
export function TemplateEnd({ template, dirty }: { template: Template; dirty: boolean }) {
  const t = useT();
  const notify = useNotify();
  const remove = useAction('template.remove');
  const archive = useSaveTemplate();
  const { title, archived } = template;

  const takeAway = async () => {
    const operationId = newId();
    const result = await remove.run({ templateId: template.id }, operationId);
    if (!result.ok) return;
    notify({ text: t('templates_removed', { title }), undo: operationId });
    location.hash = listAddress();
  };
  const putAway = async () => {
    const { archived: _before, ...rest } = detailsOf(template);
    const result = await archive.run(archived ? rest : { ...rest, archived: true }, template);
    if (!result) return;
    notify({
      text: t(archived ? 'templates_brought_back' : 'templates_put_away', { title }),
      undo: result.operationId,
    });
  };
  return (
    <section class="panel" aria-labelledby="templates-end">
      <h2 id="templates-end">{t('templates_end')}</h2>
      <p class="soft">{t('templates_end_words')}</p>
      <div class="form-end">
        <Button pending={archive.pending} disabled={dirty} onClick={() => void putAway()}>
          {t(archived ? 'templates_unarchive' : 'templates_archive')}
        </Button>
        <Button kind="danger" pending={remove.pending} disabled={dirty} onClick={() => void takeAway()}>
          {t('templates_remove')}
        </Button>
        {dirty && <span class="soft">{t('templates_save_first')}</span>}
      </div>
      {remove.failed && <ErrorNote code={remove.failed} />}
      {archive.failed && <ErrorNote code={archive.failed} />}
    </section>
  );
}
