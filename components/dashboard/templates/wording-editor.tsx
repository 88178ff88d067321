import { useCallback, useId, useRef, useState } from 'preact/hooks';
import type { Wording } from '../../../utils/domain/template.ts';
import { templateLimits } from '../../../utils/domain/template-limits.ts';
import type { Templates } from '../../hooks/use-templates.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import type { ChipLook } from './chip-dom.ts';
import { ChipEditor, type TextEditor } from './chip-editor.tsx';
import { type Chip, chipBeside } from './chip-model.ts';
import { ChipOptions } from './chip-options.tsx';
import { chipWords, isKnown } from './chip-words.ts';
import { ProblemList } from './problem-list.tsx';
import { RawEditor } from './raw-editor.tsx';
import { useProblems } from './use-problems.ts';
import { VariableMenu } from './variable-menu.tsx';
import { useT } from './words.tsx';

/** One way to say it: the text with its variables as chips, or as it is stored. */
export function WordingEditor({
  wording,
  number,
  count,
  language,
  shortcut,
  list,
  onFocus,
  onChange,
  onRemove,
}: {
  wording: Wording;
  /** from 1 */
  number: number;
  count: number;
  language: string;
  /** of the template: under this name it may not put itself in */
  shortcut: string | undefined;
  list: Templates;
  onFocus: () => void;
  onChange: (text: string) => void;
  onRemove: () => void;
}) {
  const t = useT();
  const id = useId();
  const editor = useRef<TextEditor>(null);
  const [raw, setRaw] = useState(false);
  const [caret, setCaret] = useState<number | null>(null);
  const problems = useProblems(wording.text, language, list.templates, shortcut);
  const lookOf = useCallback(
    (chip: Chip): ChipLook => ({
      words: chipWords(chip, t),
      tone: chip.kind === 'variable' ? (isKnown(chip.path) ? 'known' : 'unknown') : chip.kind,
    }),
    [t],
  );
  const beside = !raw && caret !== null ? chipBeside(wording.text, caret) : null;
  const label = count > 1 ? t('templates_wording_number', { number }) : t('templates_text');
  const shared = {
    value: wording.text,
    label,
    language,
    invalid: problems.length > 0,
    describedBy: problems.length > 0 ? id : undefined,
    editorRef: editor,
    onCaret: setCaret,
    onChange: (text: string) => onChange(text.slice(0, templateLimits.text)),
  };
  return (
    <div class="templates-wording" onFocusIn={onFocus}>
      <div class="templates-wording-head">
        <span class="field-label">{label}</span>
        <span class="templates-variant-buttons">
          <VariableMenu
            onInsert={(text) => editor.current?.insert(text)}
            templates={list.templates}
            own={shortcut}
          />
          <Button kind="quiet" pressed={raw} onClick={() => setRaw(!raw)}>
            {t('templates_raw')}
          </Button>
          {count > 1 && (
            <IconButton icon="remove" label={t('templates_remove_wording', { number })} onClick={onRemove} />
          )}
        </span>
      </div>
      {raw ? <RawEditor {...shared} /> : <ChipEditor {...shared} lookOf={lookOf} />}
      {beside?.chip.kind === 'variable' && (
        <ChipOptions
          key={beside.start}
          chip={beside.chip}
          words={chipWords(beside.chip, t)}
          onChange={(source) => editor.current?.replace(beside.start, beside.end, source)}
        />
      )}
      <ProblemList
        id={id}
        text={wording.text}
        problems={problems}
        onShow={({ place }) => editor.current?.select(place.start, Math.max(place.start, place.end))}
      />
    </div>
  );
}
