/**
 * Whether nothing in the parts of a reading came from the document: all that is known stands in the address. On a page that does not look like
 * one of its site either (a shell, a consent page, a log-in form) that is no reading.
 */
export function addressOnly(...parts: (object | undefined)[]): boolean {
  return parts.every((part) =>
    Object.values(part ?? {}).every(
      (field: unknown) =>
        field === undefined ||
        (typeof field === 'object' && field !== null && 'source' in field && field.source === 'url'),
    ),
  );
}
