/** A name inside a sentence that is only text: its own direction of writing ends where it ends (Unicode Bidi Algorithm, FSI … PDI). */
export const isolated = (name: string): string => `\u2068${name}\u2069`;
