import './tag-dot.css';

/** The colour of a tag. Its name stands beside it, so that nobody has to know colours. */
export function TagDot({ colour }: { colour: string }) {
  return <span class="tag-dot" data-colour={colour} aria-hidden="true" />;
}
