import type { HoldMode, PagePlace } from '../../utils/domain/page-place.ts';
import type { Placed } from '../../utils/services/snapshots/picture-canvas.ts';
import type { PictureParts, Rectangle } from '../../utils/services/snapshots/take-picture.ts';

/** A page of 1280 × 5000 CSS pixels in a window of 1280 × 900, a browser that takes pictures of it, and a clock that only sleeping moves. */
export function picturedPage({ height = 5_000, top = 0 } = {}) {
  const log: string[] = [];
  const starts: number[] = [];
  const drawn: Placed[] = [];
  const shares: number[] = [];
  const state = {
    time: 0,
    place: {
      top,
      height,
      seenWidth: 1_280,
      seenHeight: 900,
      windowWidth: 1_295,
      visible: true,
      leaves: 0,
      takenBack: false,
      sameAddress: true,
    } as PagePlace | null,
    canvas: { width: 0, height: 0 },
    /** what happens while a picture is taken, by its number from 1; may throw what the browser throws */
    onShot: (_number: number): void => {},
    onSleep: (): void => {},
  };
  const clock = {
    now: () => state.time,
    async sleep(milliseconds: number) {
      state.time += milliseconds;
      state.onSleep();
    },
  };
  const here = () => state.place && { ...state.place };
  const shoot = async () => {
    starts.push(state.time);
    log.push('shot');
    state.onShot(starts.length);
    state.time += 90;
    return new Blob(['picture']);
  };
  const parts: PictureParts = {
    async begin(mode: HoldMode) {
      log.push(`begin ${mode}`);
      return here();
    },
    async stand(wanted) {
      log.push(`stand ${wanted}`);
      const { place } = state;
      if (place && log.includes('begin scroll'))
        place.top = Math.min(wanted, Math.max(0, place.height - place.seenHeight));
      return here();
    },
    look: async () => here(),
    async end() {
      log.push('end');
    },
    shoot,
    canvas(page) {
      state.canvas = page;
      return {
        scale: 0.5,
        async draw(_shot, placed) {
          drawn.push(placed);
        },
        async tiles() {
          log.push('pack');
          return [{ bytes: new Uint8Array([1]), width: 640, height: 256 }];
        },
      };
    },
    progress: (share) => shares.push(share),
    clock,
  };
  const partShots: { part: Rectangle; scale: number }[] = [];
  const shootPart = async (part: Rectangle, scale: number) => {
    partShots.push({ part, scale });
    state.onShot(partShots.length);
    return new Blob(['picture']);
  };
  return { parts, state, log, starts, drawn, shares, clock, shoot, shootPart, partShots };
}
