import type { Page, Worker } from '@playwright/test';
import type { Browsing } from './chromium.ts';
import { type SampleName, samplePages } from './sample-pages.ts';

/** One thing that the demo does. */
export interface Job {
  /** what is done, as the line that is printed */
  name: string;
  run(tools: Tools): Promise<void>;
}

/** What it does it with. */
export interface Tools {
  browsing: Browsing;
  worker: Worker;
  /** where pictures and files go */
  folder: string;
  /** takes a picture into the output folder */
  picture(page: Page, name: string): Promise<void>;
}

/** Opens a sample page. */
export async function open({ browsing }: Tools, name: SampleName): Promise<Page> {
  const page = await browsing.context.newPage();
  await page.goto(samplePages[name].url);
  return page;
}
