import { expect, test } from 'vitest';
import { type Directory, originFiles } from '../../utils/storage/origin-files.ts';

/** A directory of the origin private file system as the browser has it, in memory: a write counts when it is closed. */
function directory(failWrites = false) {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const fake: Directory = {
    async *keys() {
      yield* files.keys();
    },
    async removeEntry(name) {
      if (!files.delete(name)) throw new DOMException('none', 'NotFoundError');
    },
    async getFileHandle(name, options) {
      if (!files.has(name) && !options?.create) throw new DOMException('no such file', 'NotFoundError');
      if (!files.has(name)) files.set(name, new Uint8Array());
      let written = new Uint8Array();
      return {
        getFile: async () => new Blob([files.get(name) ?? new Uint8Array()]),
        createWritable: async () => ({
          async write(bytes) {
            if (failWrites) throw new DOMException('disk full', 'QuotaExceededError');
            written = bytes;
          },
          async close() {
            files.set(name, written);
          },
          async abort() {},
        }),
      };
    },
  };
  return { files, area: originFiles(async () => fake) };
}

test('gives back what was written, by name', async () => {
  const { area } = directory();
  await area.write('a', new Uint8Array([1, 2, 3]));
  await area.write('a', new Uint8Array([4]));
  expect(await area.read('a')).toEqual(new Uint8Array([4]));
  expect(await area.list()).toEqual(['a']);
});

test('a file that is not there is null, any other trouble is told', async () => {
  const { area } = directory();
  expect(await area.read('a')).toBeNull();
  const broken = originFiles(() => Promise.reject(new DOMException('no', 'SecurityError')));
  await expect(broken.read('a')).rejects.toThrow('no');
});

test('a write that fails leaves the old file', async () => {
  const { area, files } = directory(true);
  files.set('a', new Uint8Array([1]));
  await expect(area.write('a', new Uint8Array([2]))).rejects.toThrow('disk full');
  expect(await area.read('a')).toEqual(new Uint8Array([1]));
});
