import tinymce, { type Editor } from 'tinymce';
import 'tinymce/icons/default';
import 'tinymce/models/dom';
import 'tinymce/themes/silver';
import skin from 'tinymce/skins/ui/oxide/skin.css?inline';
import { dress, expose, freshPlace } from '../under-test.ts';

let editor: Editor | undefined;
dress(skin);

expose({
  async mount() {
    editor?.remove();
    const target = freshPlace().appendChild(document.createElement('textarea'));
    [editor] = await tinymce.init({
      target,
      license_key: 'gpl',
      skin: false,
      content_css: false,
      content_style: 'body { margin: 8px } p { margin: 0 }',
      menubar: false,
      toolbar: false,
      statusbar: false,
      promotion: false,
      height: 200,
    });
  },
  text: () => editor?.getContent({ format: 'text' }) ?? '',
  point() {
    const at = editor?.iframeElement?.getBoundingClientRect();
    if (!at) throw new Error('the editor is not there');
    return { x: at.left + 24, y: at.top + 16 };
  },
});
