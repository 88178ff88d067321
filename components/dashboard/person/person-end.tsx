import { useState } from 'preact/hooks';
import type { Creator } from '../../../utils/domain/creator.ts';
import { localDay } from '../../../utils/domain/day.ts';
import { useAsk } from '../../hooks/use-ask.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useT } from '../words.ts';
import { EraseDialog } from './erase-dialog.tsx';

/** A name of a file that every system takes: letters and digits of any script. */
function fileName(name: string): string {
  const plain = name
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return `deckhand-${plain || 'creator'}-${localDay()}.json`;
}

/** Everything that is kept about a person, to take along; and all of it, to let go. */
export function PersonEnd({ creator }: { creator: Creator }) {
  const t = useT();
  const notify = useNotify();
  const { saveFile } = useSurroundings();
  const everything = useAsk('person.export');
  const [erasing, setErasing] = useState(false);
  const save = async () => {
    const result = await everything.run({ creatorId: creator.id });
    if (!result.ok) return;
    const text = JSON.stringify({ format: 'deckhand-person', version: 1, ...result.value }, null, 2);
    saveFile(fileName(creator.displayName), new Blob([text], { type: 'application/json' }));
    notify({ text: t('person_exported') });
  };
  return (
    <section class="panel" aria-labelledby="person-data">
      <h2 id="person-data">{t('person_data')}</h2>
      <p class="soft">{t('person_data_words')}</p>
      <div class="form-end">
        <Button pending={everything.pending} onClick={() => void save()}>
          {t('person_export')}
        </Button>
        <Button kind="danger" icon="remove" onClick={() => setErasing(true)}>
          {t('person_erase')}
        </Button>
      </div>
      {everything.failed && <ErrorNote code={everything.failed} />}
      {erasing && <EraseDialog creator={creator} onCancel={() => setErasing(false)} />}
    </section>
  );
}
