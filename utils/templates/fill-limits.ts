/** What one filling may cost: a template is the operator's own or a file's, and neither may hang the palette. */
export const fillLimits = {
  /** UTF-16 units of a template together with the snippets in it */
  source: 100_000,
  /** pieces (texts, variables, tags) that are carried out, loops counted each time round */
  steps: 20_000,
  /** milliseconds */
  time: 200,
  /** what filters and ranges may make, in the counting of liquidjs */
  memory: 2_000_000,
  /** UTF-16 units of the filled text */
  output: 50_000,
  /** places to jump through; nobody presses Tab more often, and the message that inserts takes no more */
  tabStops: 50,
  /** UTF-16 units of one value from a page */
  value: 5_000,
  /** entries of one list, levels of one value */
  list: 200,
  depth: 4,
} as const;
