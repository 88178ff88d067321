import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import { root } from './source-files.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}

/** Faults that axe finds in a page or in a frame that its own runner cannot reach. */
export async function axeFaults(place: Page | Frame): Promise<string[]> {
  await (place as Page).evaluate(axe);
  const violations = await (place as Page).evaluate(async () => {
    // a colour on its way from one to the other is neither
    const passing = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}

/** Where a picture of a screen goes. */
export function picture(name: string): string {
  return join(root, 'test-results', 'pictures', `${name}.png`);
}

/** How many pixels stick out sideways. */
export function sideways(place: Page): Promise<number> {
  return place.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
