import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';

/**
 * Takes one file that is chosen or dropped.
 * @param choose words of the button
 * @param accept endings that the chooser offers first
 * @param children what may be dropped
 */
export function FileDrop({
  choose,
  accept,
  onFile,
  children,
}: {
  choose: string;
  accept?: string;
  onFile: (file: File) => void;
  children: ComponentChildren;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button in it does the same
    <div
      class={over ? 'importing-drop over' : 'importing-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer?.files ?? [];
        if (file) onFile(file);
      }}
    >
      {children}
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={choose}
        onChange={(event) => {
          const field = event.currentTarget;
          const [file] = field.files ?? [];
          if (file) onFile(file);
          // the same file again, after it was changed, is a new choice
          field.value = '';
        }}
      />
      <Button kind="primary" onClick={() => input.current?.click()}>
        {choose}
      </Button>
    </div>
  );
}
