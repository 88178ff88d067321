import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { drawn, expose, freshPlace, pointIn } from '../under-test.ts';

let view: EditorView | undefined;

expose({
  async mount() {
    view?.destroy();
    view = new EditorView({
      parent: freshPlace(),
      state: EditorState.create({ extensions: [history(), keymap.of([...defaultKeymap, ...historyKeymap])] }),
    });
    await drawn();
  },
  text: () => view?.state.doc.toString() ?? '',
  point: () => pointIn(view?.contentDOM),
});
