import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from './words.tsx';

/**
 * Two pictures over each other. `slider`: the newer one from the left up to the handle; `overlay`: the newer one shines through. The browser's
 * own slider: arrow keys move it.
 */
export function LaidPictures({
  way,
  before,
  after,
}: {
  way: 'slider' | 'overlay';
  before: ComponentChild;
  after: ComponentChild;
}) {
  const t = useT();
  const [share, setShare] = useState(50);
  const label = t(way === 'overlay' ? 'watch_overlay_share' : 'watch_slider_share');
  return (
    <div class="watch-laid">
      <label class="watch-range">
        <span>{label}</span>
        <input
          type="range"
          min={0}
          max={100}
          step={1}
          value={share}
          aria-valuetext={t('watch_share_words', { share })}
          onInput={(event) => setShare(Number(event.currentTarget.value))}
        />
      </label>
      <div class="watch-over">
        {before}
        <div
          class="watch-upper"
          style={way === 'overlay' ? { opacity: share / 100 } : { clipPath: `inset(0 ${100 - share}% 0 0)` }}
        >
          {after}
        </div>
      </div>
    </div>
  );
}
