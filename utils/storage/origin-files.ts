import type { FileArea } from './areas.ts';

/** The parts of a directory handle that are used here. */
export interface Directory {
  keys(): AsyncIterableIterator<string>;
  removeEntry(name: string): Promise<void>;
  getFileHandle(
    name: string,
    options?: { create: boolean },
  ): Promise<{
    getFile(): Promise<{ arrayBuffer(): Promise<ArrayBuffer> }>;
    createWritable(): Promise<{
      write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
      close(): Promise<void>;
      abort(): Promise<void>;
    }>;
  }>;
}

/**
 * The origin private file system, which survives the loss of IndexedDB and which no content script can reach.
 * `createWritable` writes beside the file and swaps it in at `close`: an interrupted write leaves the old file.
 */
export function originFiles(
  directory: () => Promise<Directory> = () => navigator.storage.getDirectory(),
): FileArea {
  return {
    async list() {
      const names: string[] = [];
      for await (const name of (await directory()).keys()) names.push(name);
      return names;
    },
    async read(name) {
      try {
        const handle = await (await directory()).getFileHandle(name);
        return new Uint8Array(await (await handle.getFile()).arrayBuffer());
      } catch (error) {
        if (error instanceof DOMException && error.name === 'NotFoundError') return null;
        throw error;
      }
    },
    async write(name, bytes) {
      const handle = await (await directory()).getFileHandle(name, { create: true });
      const writable = await handle.createWritable();
      try {
        await writable.write(bytes);
      } catch (error) {
        await writable.abort();
        throw error;
      }
      await writable.close();
    },
    async remove(name) {
      try {
        await (await directory()).removeEntry(name);
      } catch (error) {
        if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
      }
    },
  };
}
