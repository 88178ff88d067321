/** The product's mark, a deck cleat with a line made fast to it; `public/icon/icon.svg` with fewer strokes for small sizes; `at` puts it into another drawing. */
export function Mark({ at }: { at?: { x: number; y: number; size: number } }) {
  const place = at ? { x: at.x, y: at.y, width: at.size, height: at.size } : { class: 'product-mark' };
  return (
    <svg {...place} viewBox="0 0 128 128" aria-hidden="true">
      <rect class="mark-ground" width="128" height="128" rx="28" />
      <path
        class="mark-cleat"
        d="M20 52c0-7 6-11 13-9l12 3h38l12-3c7-2 13 2 13 9 0 5-4 9-9 9H29c-5 0-9-4-9-9zM42 58h14l-4 32H34zM72 58h14l8 32H76zM26 88h76v10H26z"
      />
      <path class="mark-line" d="M26 33c20 2 28 14 38 22s20 17 38 17" />
    </svg>
  );
}
