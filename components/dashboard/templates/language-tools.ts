import type { Template } from '../../../utils/domain/template.ts';
import type { ReplyContext } from '../../../utils/templates/context-values.ts';
import { type Filled, fillTemplate } from '../../../utils/templates/fill-template.ts';
import { parseTemplate } from '../../../utils/templates/parse-template.ts';
import { snippetsFor } from '../../../utils/templates/snippets.ts';
import type { TemplateProblem } from '../../../utils/templates/template-problem.ts';
import { type FillInField, fillInFields } from '../../../utils/templates/variables-of.ts';

/*
 * What the pages need of the template language, in one piece that is loaded when a text is edited, shown filled, or read from a file.
 */

type Snippets = Readonly<Record<string, string>>;

/** What other templates can put in, in the language of a text. */
export function snippetsOf(templates: readonly Template[], language: string): Snippets {
  return snippetsFor(templates, language);
}

/** What is wrong with a text, in its order. */
export function checkText(text: string, snippets: Snippets, own: string | undefined): TemplateProblem[] {
  return parseTemplate(text, { snippets, own: own || undefined }).problems;
}

/** The fields that are asked before a text can be filled. */
export function askedFields(text: string, snippets: Snippets): FillInField[] {
  return fillInFields(text, snippets);
}

export function fillText(
  text: string,
  context: ReplyContext,
  options: { language: string; now: Date; snippets: Snippets; answers: Readonly<Record<string, string>> },
): Filled {
  return fillTemplate(text, context, options);
}
