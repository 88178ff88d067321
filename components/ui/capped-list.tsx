import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from './button.tsx';

/** Rows drawn at once; a list of thousands must not make the popup slow. */
const step = 50;

/** A list that draws its first rows and more of them on demand. `moreLabel` gets how many the next press shows. */
export function CappedList<T>({
  items,
  row,
  moreLabel,
  ordered,
  first = step,
}: {
  items: readonly T[];
  /** draws one row; must give it a key */
  row: (item: T, index: number) => ComponentChildren;
  moreLabel: (count: number) => string;
  ordered?: boolean | undefined;
  /** rows drawn before the first press, where fewer leave room for what comes below */
  first?: number;
}) {
  const [shown, setShown] = useState(first);
  const rows = items.slice(0, shown).map(row);
  const left = items.length - shown;
  return (
    <>
      {ordered ? <ol class="list">{rows}</ol> : <ul class="list">{rows}</ul>}
      {left > 0 && (
        <Button kind="quiet" onClick={() => setShown(shown + step)}>
          {moreLabel(Math.min(left, step))}
        </Button>
      )}
    </>
  );
}
