import { useState } from 'preact/hooks';
import { newId } from '../../../utils/domain/new-id.ts';
import type { Template, TemplateVersion } from '../../../utils/domain/template.ts';
import { formatTime } from '../../../utils/i18n/format.ts';
import { useAction } from '../../hooks/use-action.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { languageName } from './language-name.ts';
import { useT } from './words.tsx';

/** What the template was before; each can be looked at and brought back. */
export function VersionsPanel({ template, dirty }: { template: Template; dirty: boolean }) {
  const t = useT();
  const query = useQuery('template.versions', { templateId: template.id }, ['templates']);
  const versions = query.value?.versions ?? [];
  return (
    <section class="panel" aria-labelledby="templates-versions">
      <h2 id="templates-versions">{t('templates_versions')}</h2>
      {query.state === 'loading' && <Skeleton lines={2} label={t('loading')} />}
      {query.code && <ErrorNote code={query.code} again={query.again} />}
      {query.value && versions.length === 0 && <p class="soft">{t('templates_no_versions')}</p>}
      {versions.length > 0 && (
        <>
          {dirty && <p class="soft">{t('templates_versions_dirty')}</p>}
          <ul class="rows">
            {versions.map((version) => (
              <Version key={version.id} version={version} disabled={dirty} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Version({ version, disabled }: { version: TemplateVersion; disabled: boolean }) {
  const t = useT();
  const notify = useNotify();
  const [open, setOpen] = useState(false);
  const restore = useAction('template.restore-version');
  const time = formatTime(t.locale, version.at);
  const bringBack = async () => {
    const operationId = newId();
    const result = await restore.run({ versionId: version.id }, operationId);
    if (result.ok) notify({ text: t('templates_restored', { time }), undo: operationId });
  };
  return (
    <li>
      <Button kind="quiet" expanded={open} onClick={() => setOpen(!open)}>
        {t('templates_until', { time })}
      </Button>
      {open && (
        <div class="templates-version">
          <p class="strong">
            <bdi>{version.details.title}</bdi>
          </p>
          {version.details.variants.map(({ language, wordings }) => (
            <div key={language}>
              <p class="soft">{languageName(language, t.locale)}</p>
              {wordings.map(({ id, text }) => (
                <p key={id} class="templates-plain" dir="auto" lang={language}>
                  {text}
                </p>
              ))}
            </div>
          ))}
          <Button pending={restore.pending} disabled={disabled} onClick={() => void bringBack()}>
            {t('templates_restore')}
          </Button>
        </div>
      )}
      {restore.failed && <ErrorNote code={restore.failed} />}
    </li>
  );
}
