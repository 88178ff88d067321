import { ask, onChange } from '../../utils/messaging/client.ts';
import type { TemplateList } from '../../utils/messaging/protocol/templates.ts';

/** Changes that come together are asked for once, milliseconds. */
const settle = 150;

/**
 * Everything that the palette chooses from, kept in the frame's memory, so that it is there when the palette is called. Asked for once when the
 * frame is made ready and again when the notebook says that something changed.
 */
export class PaletteStore {
  #list: TemplateList | null = null;
  #failed = false;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #stop = new AbortController();

  constructor() {
    onChange(
      ['templates', 'brands', 'settings', 'campaigns', 'recovery'],
      () => {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => void this.load(), settle);
      },
      this.#stop.signal,
    );
    void this.load();
  }

  /** null until the first answer */
  get list(): TemplateList | null {
    return this.#list;
  }

  /** the last question failed; what was there before stays */
  get failed(): boolean {
    return this.#failed;
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async load(): Promise<void> {
    const mine = ++this.#turn;
    const answer = await ask('template.list', {});
    if (mine !== this.#turn) return;
    this.#failed = !answer.ok;
    if (answer.ok) this.#list = keepTemplates(this.#list, answer.value);
    for (const listener of this.#listeners) listener();
  }

  close(): void {
    this.#turn += 1;
    clearTimeout(this.#timer);
    this.#stop.abort();
    this.#listeners.clear();
  }
}

/** The same templates stay the same array: what was made from it for the search is not made again because a brand or a setting changed. */
function keepTemplates(before: TemplateList | null, now: TemplateList): TemplateList {
  const same =
    before?.templates.length === now.templates.length &&
    now.templates.every(({ id, updatedAt }, place) => {
      const old = before.templates[place];
      return old?.id === id && old.updatedAt === updatedAt;
    });
  return same ? { ...now, templates: before.templates } : now;
}
