import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { useT } from '../words.ts';

/** Rows drawn at once. */
const step = 50;

/**
 * The rows of an import as they will be saved, so many at first and more on demand.
 * @param heads words over the columns
 * @param row draws one, with a key
 */
export function StepTable<Row>({
  heads,
  rows,
  row,
}: {
  heads: readonly string[];
  rows: readonly Row[];
  row: (row: Row) => ComponentChildren;
}) {
  const t = useT();
  const [shown, setShown] = useState(step);
  const left = rows.length - shown;
  return (
    <>
      <div class="importing-scroll">
        <table class="importing-table importing-preview">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{rows.slice(0, shown).map(row)}</tbody>
        </table>
      </div>
      {left > 0 && (
        <Button kind="quiet" onClick={() => setShown(shown + step)}>
          {t('importing_more', { count: Math.min(left, step) })}
        </Button>
      )}
    </>
  );
}
