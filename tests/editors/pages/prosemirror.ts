import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { drawn, dress, expose, freshPlace, pointIn } from '../under-test.ts';

let view: EditorView | undefined;
dress('.ProseMirror { white-space: pre-wrap; min-height: 100px } .ProseMirror p { margin: 0 }');

expose({
  async mount() {
    view?.destroy();
    view = new EditorView(freshPlace(), {
      state: EditorState.create({
        schema,
        plugins: [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap)],
      }),
    });
    await drawn();
  },
  text: () => view?.state.doc.textBetween(0, view.state.doc.content.size, '\n', '\n') ?? '',
  point: () => pointIn(view?.dom),
});
