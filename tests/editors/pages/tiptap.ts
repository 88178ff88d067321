import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { drawn, dress, expose, freshPlace, pointIn } from '../under-test.ts';

let editor: Editor | undefined;
dress('.tiptap { white-space: pre-wrap; min-height: 100px } .tiptap p { margin: 0 }');

expose({
  async mount() {
    editor?.destroy();
    editor = new Editor({ element: freshPlace(), extensions: [StarterKit] });
    await drawn();
  },
  text: () => editor?.getText({ blockSeparator: '\n' }) ?? '',
  point: () => pointIn(document.querySelector('.tiptap')),
});
