import { createElement, useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, Node } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';
import { drawn, expose, freshPlace, pointIn } from '../under-test.ts';

type Made = ReturnType<typeof createEditor>;
let editor: Made | undefined;
let root: { unmount(): void } | undefined;

function Composer() {
  const made = useMemo(() => withHistory(withReact(createEditor() as never)) as unknown as Made, []);
  editor = made;
  return createElement(
    Slate as never,
    { editor: made, initialValue: [{ type: 'paragraph', children: [{ text: '' }] }] },
    createElement(Editable as never, { placeholder: 'Write here', style: { minHeight: 100 } }),
  );
}

expose({
  async mount() {
    root?.unmount();
    const made = createRoot(freshPlace());
    root = made;
    made.render(createElement(Composer));
    await drawn();
  },
  text: () => editor?.children.map((child) => Node.string(child)).join('\n') ?? '',
  point: () => pointIn(document.querySelector('[data-slate-editor]')),
});
