/** What the product takes from its build tool; here the browser's own. */
const scope = globalThis as unknown as { browser?: unknown; chrome?: unknown };
export const browser = scope.browser ?? scope.chrome;
