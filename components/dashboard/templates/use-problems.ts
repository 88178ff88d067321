import { useMemo } from 'preact/hooks';
import type { Template } from '../../../utils/domain/template.ts';
import type { TemplateProblem } from '../../../utils/templates/template-problem.ts';
import { useLanguageTools } from './use-language-tools.ts';

const none: readonly TemplateProblem[] = [];

/** What is wrong with a text while it is typed; nothing until the checker is loaded. */
export function useProblems(
  text: string,
  language: string,
  templates: readonly Template[],
  shortcut: string | undefined,
): readonly TemplateProblem[] {
  const tools = useLanguageTools();
  const snippets = useMemo(() => tools?.snippetsOf(templates, language) ?? {}, [tools, templates, language]);
  return useMemo(
    () => (tools && text ? tools.checkText(text, snippets, shortcut) : none),
    [tools, text, snippets, shortcut],
  );
}
