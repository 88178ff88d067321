import { useEffect, useRef, useState } from 'preact/hooks';
import type { Id } from '../../../utils/domain/record.ts';
import type { Template } from '../../../utils/domain/template.ts';
import type { Templates } from '../../hooks/use-templates.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { SavedState } from '../../ui/saved-state.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { lazyPage } from '../lazy-page.tsx';
import { ActionsField } from './actions-field.tsx';
import { FiguresPanel } from './figures-panel.tsx';
import { PlaceFields } from './place-fields.tsx';
import { ReviewFields } from './review-fields.tsx';
import { TemplateEnd } from './template-end.tsx';
import { type Draft, useDraft } from './use-draft.ts';
import { VariantsEditor } from './variants-editor.tsx';
import { VersionsPanel } from './versions-panel.tsx';
import { useT } from './words.tsx';
import { inRegion, workingLanguage } from './working-language.ts';

const PreviewPanel = lazyPage(async () => (await import('./preview-panel.tsx')).PreviewPanel);

/** Which text of a template is being written. */
export interface Shown {
  variant: number;
  wording: number;
}

/** Everything about one template; beside the texts what they come out as. */
export function TemplateEditor({
  stored,
  list,
  onCreated,
}: {
  stored: Template | null;
  list: Templates;
  onCreated: (id: Id) => void;
}) {
  const t = useT();
  const notify = useNotify();
  const first = list.brand?.languages[0];
  const draft = useDraft(stored, list.templates, first ? inRegion(first) : workingLanguage(t.language));
  const [shown, setShown] = useState<Shown>({ variant: 0, wording: 0 });
  const { details, base, saving } = draft;
  const form = useRef<HTMLFormElement>(null);

  const save = async (over = false) => {
    const result = await draft.save(over);
    if (!result) {
      // the first field that does not fit gets the focus once it is marked
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
      return;
    }
    if (!base) onCreated(result.saved.id);
    notify({ text: t('templates_saved', { title: result.saved.title }), undo: result.operationId });
  };
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      void latest.current();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);

  return (
    <form
      ref={form}
      class="templates-editor"
      aria-label={details.title || t('templates_new')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.pending) void save();
      }}
    >
      <header class="templates-editor-head">
        <h1>
          <bdi>{details.title || t('templates_new')}</bdi>
        </h1>
        {base?.draft && <span class="templates-badge warn">{t('templates_draft')}</span>}
        {details.archived && <span class="templates-badge">{t('templates_archived')}</span>}
      </header>
      <Collision draft={draft} onOver={() => void save(true)} />
      <div class="templates-columns">
        <div class="templates-column">
          <section class="panel" aria-labelledby="templates-about">
            <h2 id="templates-about">{t('templates_about')}</h2>
            <PlaceFields draft={draft} all={list.templates} />
          </section>
          <VariantsEditor draft={draft} list={list} shown={shown} onShow={setShown} />
          <div class="form-end templates-save">
            <Button kind="primary" type="submit" pending={saving.pending}>
              {t('save')}
            </Button>
            <SavedState
              pending={saving.pending}
              done={saving.done && !draft.dirty}
              failed={saving.failed === 'changed-since' ? null : saving.failed}
            />
            {draft.dirty && !saving.pending && <span class="soft">{t('templates_unsaved')}</span>}
          </div>
        </div>
        <div class="templates-column">
          <PreviewPanel details={details} shown={shown} list={list} />
          <ActionsField draft={draft} />
          <ReviewFields draft={draft} />
          {base && <FiguresPanel figures={list.figures.get(base.id)} />}
          {base && <VersionsPanel template={base} dirty={draft.dirty} />}
        </div>
      </div>
      {base && <TemplateEnd template={base} dirty={draft.dirty} />}
    </form>
  );
}

/** Somebody changed it in another tab, or an import did: nothing is lost on either side until the person chooses. */
function Collision({ draft, onOver }: { draft: Draft; onOver: () => void }) {
  const t = useT();
  if (draft.saving.failed === 'not-found') return <ErrorNote code="not-found" />;
  if (!draft.newer && draft.saving.failed !== 'changed-since') return null;
  return (
    <Note
      kind="warn"
      action={
        <>
          {draft.newer && <Button onClick={draft.takeNewer}>{t('templates_take_newer')}</Button>}{' '}
          <Button onClick={onOver}>{t('templates_keep_mine')}</Button>
        </>
      }
    >
      {t('templates_changed_elsewhere')}
    </Note>
  );
}
