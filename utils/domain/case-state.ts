/*
 * The closed lists of cases, apart from the schema: screens and the frame use them and may not load the schema library.
 */

/** From the question to the end; a case may skip steps, and a customer who writes again brings it back. */
export const caseStates = ['to-answer', 'passed-on', 'answer-received', 'replied', 'closed'] as const;
export type CaseState = (typeof caseStates)[number];

/** Where a case came from. `metric`: a figure that missed its target · `change`: what a competitor did · `none`: written by hand */
export const caseSources = ['item', 'keyword', 'metric', 'change', 'none'] as const;
export type CaseSource = (typeof caseSources)[number];

/** Departments of the default list; their words stand in the locales under `department_<key>`. */
export const starterDepartments = ['promotion', 'design', 'service', 'warehouse'] as const;

/** What a line of a case's log tells. */
export const caseSteps = [
  'opened',
  'passed-on',
  'nudged',
  'held',
  'answer-received',
  'replied',
  'closed',
  'reopened',
  'changed',
  'noted',
] as const;
export type CaseStep = (typeof caseSteps)[number];
