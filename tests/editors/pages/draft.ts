import { Editor, EditorState } from 'draft-js';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { drawn, expose, freshPlace, pointIn } from '../under-test.ts';

let state: { getCurrentContent(): { getPlainText(between: string): string } } | undefined;
let root: { unmount(): void } | undefined;

function Composer() {
  const [editorState, setEditorState] = useState(() => EditorState.createEmpty());
  state = editorState;
  return createElement(Editor, { editorState, onChange: setEditorState });
}

expose({
  async mount() {
    root?.unmount();
    const made = createRoot(freshPlace());
    root = made;
    made.render(createElement(Composer));
    await drawn();
  },
  text: () => state?.getCurrentContent().getPlainText('\n') ?? '',
  point: () => pointIn(document.querySelector('.public-DraftEditor-content')),
});
