import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { Note } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { useSurroundings } from '../surroundings.ts';
import { colleagueText, type FiguresById, reportMarkdown } from './report-text.ts';
import type { ReportPart } from './week-report.ts';
import { useT } from './words.tsx';

/** What can be made of a report: paper, a file, a message to a colleague. `last`: its last day. */
export function ReportTools({
  title,
  parts,
  figures,
  last,
}: {
  title: string;
  parts: readonly ReportPart[];
  figures: FiguresById;
  last: string;
}) {
  const t = useT();
  const notify = useNotify();
  const { saveFile } = useSurroundings();
  const [refused, setRefused] = useState(false);
  const copy = async () => {
    const copied = await copyText(colleagueText(title, parts, t));
    setRefused(!copied);
    if (copied) notify({ text: t('watch_copied') });
  };
  const save = () => {
    const name = `deckhand-watch-${last}.md`;
    saveFile(
      name,
      new Blob([reportMarkdown(title, parts, figures, t)], { type: 'text/markdown;charset=utf-8' }),
    );
    notify({ text: t('watch_saved_as', { name }) });
  };
  return (
    <div class="form-end watch-report-tools">
      <Button kind="primary" onClick={() => window.print()}>
        {t('watch_print')}
      </Button>
      <Button onClick={save}>{t('watch_markdown')}</Button>
      <Button onClick={() => void copy()}>{t('watch_copy')}</Button>
      {refused && <Note kind="bad">{t('watch_copy_failed')}</Note>}
    </div>
  );
}
