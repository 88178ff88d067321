import { useMemo, useState } from 'preact/hooks';
import type { CreatorRow } from '../../../utils/domain/creator-list.ts';
import { localDay } from '../../../utils/domain/day.ts';
import type { Id } from '../../../utils/domain/record.ts';
import type { Tag } from '../../../utils/domain/tag.ts';
import type { CellWords } from '../../../utils/files/creator-columns.ts';
import { copyTable } from '../../ui/copy-table.ts';
import { useNotify } from '../../ui/toast.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useT } from '../words.ts';

type Maker = typeof import('./make-tables.ts');
let maker: Maker | null = null;

/** Loads what makes the tables; to be called when an export is likely. */
export async function loadMaker(): Promise<Maker> {
  maker ??= await import('./make-tables.ts');
  return maker;
}

export interface Exports {
  /** each answers whether something came out */
  copy: () => Promise<boolean>;
  csv: () => Promise<boolean>;
  xlsx: () => Promise<boolean>;
  /** a file is being written */
  pending: boolean;
  failed: boolean;
}

/** Copying and exporting these rows. */
export function useExports(rows: readonly CreatorRow[], tags: ReadonlyMap<Id, Tag>): Exports {
  const t = useT();
  const notify = useNotify();
  const { saveFile } = useSurroundings();
  const [phase, setPhase] = useState({ pending: false, failed: false });

  return useMemo(() => {
    const words: CellWords = {
      language: t.language,
      role: (role) => t(`role_${role}`),
      status: (status) => t(`status_${status}`),
      platform: (platform) => t(`platform_${platform}`),
      yes: t('creators_yes'),
      tagName: (id) => tags.get(id)?.name,
    };
    const attempt = async (work: () => Promise<boolean>) => {
      setPhase({ pending: true, failed: false });
      let done = false;
      try {
        done = await work();
      } catch {
        // no memory for so large a table, or the browser refused: the note says that nothing came out
      }
      setPhase({ pending: false, failed: !done });
      return done;
    };
    const save = (ending: string, blob: Blob) => {
      const name = `deckhand-creators-${localDay()}.${ending}`;
      saveFile(name, blob);
      notify({ text: t('creators_exported', { count: rows.length, name }) });
      return true;
    };
    return {
      ...phase,
      copy: () =>
        attempt(async () => {
          // nothing is awaited where it is loaded: browsers copy only inside the click
          const { tableToCopy } = maker ?? (await loadMaker());
          const copied = await copyTable(tableToCopy(rows, words));
          if (copied) notify({ text: t('creators_copied', { count: rows.length }) });
          return copied;
        }),
      csv: () => attempt(async () => save('csv', (await loadMaker()).csvFile(rows, words))),
      xlsx: () =>
        attempt(async () =>
          save('xlsx', await (await loadMaker()).xlsxFile(rows, words, t('creators_title'))),
        ),
    };
  }, [rows, tags, t, notify, saveFile, phase]);
}
