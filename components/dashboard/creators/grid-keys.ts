/**
 * Which row a key leads to; null for a key that moves nowhere.
 * @param place `at` the active row, -1 for none · `first` the first drawn row, where an unused list begins
 */
export function stepOf(
  key: string,
  { at, count, perPage, first }: { at: number; count: number; perPage: number; first: number },
): number | null {
  if (count === 0) return null;
  const within = (index: number) => Math.max(0, Math.min(count - 1, index));
  switch (key) {
    case 'ArrowDown':
      return at < 0 ? within(first) : within(at + 1);
    case 'ArrowUp':
      return at < 0 ? within(first) : within(at - 1);
    case 'PageDown':
      return within(Math.max(at, 0) + perPage);
    case 'PageUp':
      return within(at - perPage);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
