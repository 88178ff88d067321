/** Every chart that was made, in its order. */
export const plots: FakePlot[] = [];

/** Stands in for `uplot` where there is no canvas: keeps what would be drawn. */
class FakePlot {
  readonly over = document.createElement('div');
  readonly cursor: { idx: number | null } = { idx: null };
  destroyed = false;
  readonly data: unknown;
  constructor(_options: unknown, data: unknown) {
    this.data = data;
    plots.push(this);
  }
  setSize() {}
  destroy() {
    this.destroyed = true;
  }
}

export { FakePlot as default };
