import type { ShownTile } from '../../hooks/use-tiles.ts';

/** A page's picture from its strips, as one picture with one name. Strips that are still to come keep their place. */
export function PictureStack({ tiles, label }: { tiles: readonly ShownTile[]; label: string }) {
  return (
    <div class="watch-picture" role="img" aria-label={label}>
      {tiles.map(({ hash, width, height, address }, index) =>
        address ? (
          <img key={index} src={address} width={width} height={height} alt="" />
        ) : (
          <div
            key={hash + String(index)}
            class="watch-tile"
            style={{ aspectRatio: `${width} / ${height}` }}
          />
        ),
      )}
    </div>
  );
}
