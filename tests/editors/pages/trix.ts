import 'trix';
import css from 'trix/dist/trix.css?inline';
import { drawn, dress, expose, freshPlace, pointIn } from '../under-test.ts';

type TrixElement = HTMLElement & { editor: { getDocument(): { toString(): string } } };
let element: TrixElement | undefined;
dress(`${css} trix-editor { min-height: 100px } trix-toolbar { display: none }`);

expose({
  async mount() {
    element = freshPlace().appendChild(document.createElement('trix-editor')) as TrixElement;
    await drawn();
  },
  // its document always ends with a line end of its own
  text: () => element?.editor.getDocument().toString().replace(/\n$/, '') ?? '',
  point: () => pointIn(element),
});
