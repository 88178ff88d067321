/** Indexes of the longest run of values that only rises (patience sorting with back pointers). */
export function longestRise(values: readonly number[]): Set<number> {
  const tops: number[] = [];
  const previous = new Array<number>(values.length).fill(-1);
  values.forEach((value, index) => {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tops[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = tops[low - 1] ?? -1;
    tops[low] = index;
  });
  const rise = new Set<number>();
  for (let index = tops.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) rise.add(index);
  return rise;
}

/**
 * When more left the order of before, the list was sorted anew: no product was moved.
 * @param moved how many of `length` products stand out of the order of before
 */
export function isSortedAnew(moved: number, length: number): boolean {
  return moved > Math.max(length < 8 ? 1 : 2, Math.ceil(length * 0.1));
}
