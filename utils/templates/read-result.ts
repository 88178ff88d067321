import type { TemplateDetails } from '../domain/template.ts';
import { parseTemplate } from './parse-template.ts';
import { type LooseTemplate, tidyTemplate } from './tidy-template.ts';

/** One template that a file or a pasted list holds. */
export interface ReadTemplate {
  /** of a file of ours, or of a program that has such ids */
  id?: string;
  details: TemplateDetails;
  /** line or row of the file, from 1; of JSON and YAML the place in the list */
  line: number;
}

/** Why a line was left out, or what of it could not be taken over. */
export type ReadProblemCode =
  | 'not-the-format' // the file is none of this kind, or of a newer version
  | 'empty' // no text
  | 'too-many' // more than fit into one file
  | 'doubled' // the same text stands further up
  | 'picture' // the reply is a picture
  | 'program' // it runs a program on that computer: its place is a fill-in field now
  | 'unknown-command'; // a command that has no counterpart: its place is a fill-in field now

export interface ReadProblem {
  line: number;
  code: ReadProblemCode;
  /** the command or name */
  detail?: string;
}

export interface ReadTemplates {
  templates: ReadTemplate[];
  problems: ReadProblem[];
}

/** Whether a wording of it cannot be filled; snippets may still come, so one that is missing does not count. */
export function isDraft({ variants }: Pick<TemplateDetails, 'variants'>): boolean {
  return variants.some(({ wordings }) =>
    wordings.some(({ text }) => parseTemplate(text).problems.some(({ code }) => code !== 'missing-snippet')),
  );
}

/** Adds what a line came to, and what it could not be. */
export function take(result: ReadTemplates, loose: LooseTemplate, line: number): void {
  const tidy = tidyTemplate(loose);
  if (!tidy) {
    result.problems.push({ line, code: 'empty' });
    return;
  }
  const details = isDraft(tidy.details) ? { ...tidy.details, draft: true } : tidy.details;
  result.templates.push({ ...tidy, details, line });
}
