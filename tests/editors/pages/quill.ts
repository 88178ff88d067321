import Quill from 'quill';
import css from 'quill/dist/quill.snow.css?inline';
import { drawn, dress, expose, freshPlace, pointIn } from '../under-test.ts';

/** Both versions: the one of old is put in the place of the new one where the page is bundled. */
let quill: { getText(): string } | undefined;
dress(css);

expose({
  async mount() {
    const place = freshPlace().appendChild(document.createElement('div'));
    quill = new Quill(place, { theme: 'snow', modules: { toolbar: false } });
    await drawn();
  },
  // its document always ends with a line end of its own
  text: () => quill?.getText().replace(/\n$/, '') ?? '',
  point: () => pointIn(document.querySelector('.ql-editor')),
});
