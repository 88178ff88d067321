import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $getRoot, $isElementNode, createEditor, type LexicalEditor } from 'lexical';
import { drawn, expose, freshPlace, pointIn } from '../under-test.ts';

const rich = location.pathname.includes('rich');
let editor: LexicalEditor | undefined;
let stop: (() => void)[] = [];
let element: HTMLElement | undefined;

expose({
  async mount() {
    for (const end of stop) end();
    element = freshPlace().appendChild(document.createElement('div'));
    element.contentEditable = 'true';
    element.role = 'textbox';
    element.style.minHeight = '100px';
    const made = createEditor({
      namespace: 'test',
      nodes: [HeadingNode, QuoteNode],
      onError: (error) => {
        throw error;
      },
    });
    made.setRootElement(element);
    stop = [
      rich ? registerRichText(made) : registerPlainText(made),
      registerHistory(made, createEmptyHistoryState(), 300),
    ];
    made.update(() => $getRoot().append($createParagraphNode()));
    editor = made;
    await drawn();
  },
  text: () =>
    editor?.getEditorState().read(() =>
      $getRoot()
        .getChildren()
        .map((child) => ($isElementNode(child) ? child.getTextContent() : ''))
        .join('\n'),
    ) ?? '',
  point: () => pointIn(element),
});
