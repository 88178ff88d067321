import { type Box, box, lastLine } from '../placement.ts';

/**
 * The last line of a name that can be seen, in the window. Titles are cut off by their own element or by the link around it, below or at the
 * side; what is cut off has its place all the same.
 */
export function shownLine(name: Element): Box {
  const line = lastLine(name);
  const around = [name, name.closest('a') ?? name].map((element) => element.getBoundingClientRect());
  const right = Math.min(...around.map((own) => own.right));
  const bottom = Math.min(...around.map((own) => own.bottom));
  if (line.right <= right && line.top < bottom - 1) return line;
  const range = name.ownerDocument.createRange();
  range.selectNodeContents(name);
  const last = [...range.getClientRects()].findLast(
    ({ width, height, left, top }) => width > 0 && height > 0 && top < bottom - 1 && left < right - 1,
  );
  if (!last) return line;
  return { ...box(last), right: Math.min(last.right, right), bottom: Math.min(last.bottom, bottom) };
}
