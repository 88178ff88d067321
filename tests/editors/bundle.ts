import { join } from 'node:path';
import { build } from 'vite';

/**
 * Bundles one entry of these tests into one classic script, with what is in node_modules.
 * @param entry below tests/editors
 * @param alias what stands behind a package's name
 */
export async function bundle(entry: string, alias: Record<string, string> = {}): Promise<string> {
  const built = await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    resolve: {
      alias: [
        ...Object.entries(alias).map(([name, other]) => ({
          find: new RegExp(`^${name}(?=/|$)`),
          replacement: other,
        })),
        { find: '#imports', replacement: join(import.meta.dirname, 'extension/imports.ts') },
      ],
    },
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      rollupOptions: {
        input: join(import.meta.dirname, entry),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  const [output] = [built].flat();
  const chunk = output && 'output' in output ? output.output.find(({ type }) => type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error(`${entry} gave no script`);
  return chunk.code;
}

/** A page with nothing on it but a script, all in one answer. */
export function pageWith(script: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Editor</title><link rel="icon" href="data:,"></head><body><script>${script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')}</script></body></html>`;
}
