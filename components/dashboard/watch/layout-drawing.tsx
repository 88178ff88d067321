import { useMemo, useState } from 'preact/hooks';
import type { LayoutNode } from '../../../utils/domain/snapshot.ts';
import { Button } from '../../ui/button.tsx';
import { byRegion, layoutBoxes } from './layout-boxes.ts';
import { useT } from './words.tsx';

/** Boxes drawn at once: a page may have thousands. */
const step = 200;

/**
 * How a page was built, as boxes of text under the names of its parts. Nothing of the page is alive in it: links lead nowhere, pictures are
 * their words, no address is loaded.
 * @param other texts of the layout it is compared with: what stands only here is marked
 */
export function LayoutDrawing({
  nodes,
  cut,
  other,
}: {
  nodes: readonly LayoutNode[];
  cut: boolean;
  other?: ReadonlySet<string> | undefined;
}) {
  const t = useT();
  const boxes = useMemo(() => layoutBoxes(nodes), [nodes]);
  const [shown, setShown] = useState(step);
  const left = boxes.length - shown;
  if (boxes.length === 0) return <p class="soft">{t('watch_layout_empty')}</p>;
  return (
    <div class="watch-layout">
      {byRegion(boxes.slice(0, shown)).map((part, index) => (
        <section key={index} class="watch-layout-part">
          <h4 class="soft">{t(`watch_region_${part.region}`)}</h4>
          {part.boxes.map((box, place) => {
            const isNew = other !== undefined && box.text !== '' && !other.has(box.text);
            return (
              <p
                key={place}
                class={`watch-box ${box.kind} depth-${box.depth}${isNew ? ' new' : ''}`}
                dir="auto"
              >
                {isNew && <span class="watch-only">{t('watch_only_here')}</span>}{' '}
                {box.kind === 'picture' ? t('watch_box_picture', { text: box.text }) : box.text}
              </p>
            );
          })}
        </section>
      ))}
      {left > 0 && (
        <Button kind="quiet" onClick={() => setShown(shown + step)}>
          {t('watch_show_more', { count: Math.min(left, step) })}
        </Button>
      )}
      {cut && left <= 0 && <p class="soft">{t('watch_cut')}</p>}
    </div>
  );
}

/** The texts of a layout, for telling what stands only in the other one. */
export function layoutTexts(nodes: readonly LayoutNode[]): ReadonlySet<string> {
  return new Set(layoutBoxes(nodes).map(({ text }) => text));
}
