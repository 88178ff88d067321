import { useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { useT } from '../words.ts';

/** One file, by the browser's own dialog or dropped here. */
export function FileChoice({ onFile, disabled }: { onFile: (file: File) => void; disabled?: boolean }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (file: File | undefined | null) => {
    if (file && !disabled) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first
    <div
      class={`storage-drop${over ? ' over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(!disabled);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files[0]);
      }}
    >
      <input
        ref={input}
        class="sr-only"
        type="file"
        accept=".gz"
        tabIndex={-1}
        aria-label={t('storage_file')}
        disabled={disabled}
        onChange={(event) => {
          take(event.currentTarget.files?.[0]);
          // the same file can be chosen again
          event.currentTarget.value = '';
        }}
      />
      <Button disabled={disabled} onClick={() => input.current?.click()}>
        {t('storage_choose')}
      </Button>
      <span class="soft">{t('storage_drop')}</span>
    </div>
  );
}
