import { useMemo, useState } from 'preact/hooks';
import type { CreatorRow } from '../../../utils/domain/creator-list.ts';
import { foldText } from '../../../utils/domain/creator-search.ts';
import type { Tag } from '../../../utils/domain/tag.ts';
import { formatNumber } from '../../../utils/i18n/format.ts';
import type { BulkChanges } from '../../../utils/messaging/protocol/creator-list.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useT } from '../words.ts';

/** Tags of the chosen creators: one press gives a tag to all of them or takes it from all. Typing finds one or makes a new one. */
export function BulkTags({
  chosen,
  tags,
  onChange,
}: {
  chosen: readonly CreatorRow[];
  tags: readonly Tag[];
  onChange: (changes: BulkChanges) => void;
}) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const carried = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { tagIds } of chosen) for (const id of tagIds) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  }, [chosen]);
  const name = typed.trim();
  const word = foldText(name);
  const listed = tags.filter((tag) => foldText(tag.name).includes(word));
  const exact = tags.some((tag) => tag.name.toLowerCase() === name.toLowerCase());
  const add = () => {
    if (!name) return;
    onChange({ addTags: [name] });
    setTyped('');
  };
  return (
    <div class="creators-choices">
      <TextField
        label={t('creators_tag_find')}
        value={typed}
        maxLength={60}
        onInput={setTyped}
        onEnter={add}
      />
      {name && !exact && (
        <Button icon="add" onClick={add}>
          {t('creators_tag_new', { name })}
        </Button>
      )}
      {listed.slice(0, 200).map((tag) => {
        const count = carried.get(tag.id) ?? 0;
        const all = count === chosen.length;
        return (
          <label key={tag.id} class="check creators-choice">
            <input
              type="checkbox"
              checked={all}
              ref={(box) => {
                if (box) box.indeterminate = count > 0 && !all;
              }}
              onChange={() => onChange(all ? { removeTags: [tag.name] } : { addTags: [tag.name] })}
            />
            <bdi>{tag.name}</bdi>
            <span class="creators-count">{formatNumber(t.locale, count)}</span>
          </label>
        );
      })}
    </div>
  );
}
