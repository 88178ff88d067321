import { pasteAtFocus } from '../../../utils/services/paste-at-focus.ts';
import { browser } from './imports.ts';

interface Api {
  runtime: {
    onMessage: {
      addListener(
        heard: (
          message: unknown,
          sender: { tab?: { id?: number }; frameId?: number },
          answer: (told: unknown) => void,
        ) => boolean,
      ): void;
    };
  };
  scripting: {
    executeScript(options: {
      target: { tabId: number; frameIds: number[] };
      world: 'MAIN';
      func: (text: string) => boolean;
      args: [string];
    }): Promise<{ result?: unknown }[]>;
  };
}
const { runtime, scripting } = browser as Api;

runtime.onMessage.addListener((message, { tab, frameId }, answer) => {
  scripting
    .executeScript({
      target: { tabId: tab?.id ?? -1, frameIds: [frameId ?? 0] },
      world: 'MAIN',
      func: pasteAtFocus,
      args: [String(message)],
    })
    .then(
      ([frame]) => answer(frame?.result === true),
      () => answer(false),
    );
  return true;
});
