/** What the notebook needs of `storage.local` or `storage.session`; the background gives the browser's, tests one in memory. */
export interface KeyValueArea {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
  keys(): Promise<string[]>;
  remove(keys: string[]): Promise<void>;
}

/** What the notebook needs of the origin private file system: whole files by name. */
export interface FileArea {
  list(): Promise<string[]>;
  /** null where there is no such file */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** replaces the file only when all bytes are there */
  write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** where there is no such file it is as good as removed */
  remove(name: string): Promise<void>;
}
