/** The product's mark: a bollard with a rope's turn around it. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="5.5" class="mark-ground" />
      <path class="mark-line" d="M7.5 6.5h9M9.5 6.5v11.2M14.5 6.5v11.2M6 18h12M9.5 13.6l5-2.8M9.5 11l5-2.8" />
    </svg>
  );
}
