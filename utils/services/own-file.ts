import type { browser } from '#imports';

type OwnFile = NonNullable<Parameters<typeof browser.scripting.executeScript>[0]['files']>[number];

/** The path of a script of ours for `executeScript`. The build's list of files is made of the registry, which no type can follow. */
export function ownFile(name: string): OwnFile {
  return `/${name}` as OwnFile;
}
