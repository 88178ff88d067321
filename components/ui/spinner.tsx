/** Turns while something is under way; the words beside it or `aria-busy` say what. */
export function Spinner() {
  return <span class="spinner" aria-hidden="true" />;
}

/** Grey lines in the place of what is being asked for. */
export function Skeleton({ lines = 3, label }: { lines?: number; label: string }) {
  return (
    <div class="skeleton" role="status">
      <span class="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class="skeleton-line" />
      ))}
    </div>
  );
}
