import { FakeEvent } from './fake-imports.ts';

/** The browser's notifications: what stands there, and everything that was ever shown. */
export function fakeNotifications() {
  const standing = new Map<string, { message: string }>();
  const shown: string[] = [];
  const onClicked = new FakeEvent<(id: string) => void>();
  const api = {
    onClicked,
    getAll: async () => Object.fromEntries(standing),
    create: async (id: string, options: { message: string }) => {
      standing.set(id, options);
      shown.push(options.message);
      return id;
    },
    clear: async (id: string) => standing.delete(id),
  };
  return { api, standing, shown };
}
