import { useState } from 'preact/hooks';
import { cutText } from '../../../utils/domain/cut-text.ts';
import type { Beginning } from '../../queue/new-case.tsx';
import { Button } from '../../ui/button.tsx';
import { lazyPage } from '../lazy-page.tsx';
import { plainLine } from './share-text.ts';
import { useT } from './words.tsx';

const OpenCase = lazyPage(async () => (await import('../../queue/open-case.tsx')).OpenCase);

/** As the background takes them, UTF-16 units. */
const longest = { title: 300, note: 5_000 };

/** Makes a case of what a competitor did: somebody here has to act on it. `about`: what it begins with. */
export function CaseButton({ about, note }: { about: Beginning; note: string }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const title = cutText(plainLine(about.title ?? ''), longest.title);
  return (
    <>
      <Button label={t('watch_open_case_named', { what: title })} onClick={() => setOpen(true)}>
        {t('watch_open_case')}
      </Button>
      {open && (
        <OpenCase
          beginning={{
            ...about,
            title,
            source: 'change',
            ...(note.trim() ? { note: cutText(note.trim(), longest.note) } : {}),
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
