import type { BrowserContext, Route } from '@playwright/test';
import { type SampleName, sampleHtml, samplePages } from './sample-pages.ts';

/** What stands at an address. */
export interface Answer {
  html: string;
  headers?: Record<string, string>;
  status?: number;
}

/** The web as the tests know it: fixtures at real addresses, and nothing else. Every other request is refused and noted. */
export class SitePages {
  readonly #answers = new Map<string, Answer>();
  readonly #data = new Map<string, Answer>();
  /** addresses that were asked for and not answered: sub-resources of the pages, and whatever should not be asked for */
  readonly refused: { url: string; from: string }[] = [];
  /** pages that were served */
  readonly served: string[] = [];

  constructor() {
    for (const [name, { url }] of Object.entries(samplePages)) this.put(url, sampleHtml(name as SampleName));
  }

  put(url: string, html: string, more: Omit<Answer, 'html'> = {}): this {
    this.#answers.set(new URL(url).href, { html, ...more });
    return this;
  }

  /** What a refresh in the background gets; whoever else asks for it without opening it gets it as well. */
  putData(url: string, text: string, more: Omit<Answer, 'html'> = {}): this {
    this.#data.set(new URL(url).href, { html: text, ...more });
    return this;
  }

  async attach(context: BrowserContext): Promise<this> {
    await context.route(/^(https?|wss?):/, (route) => this.#answer(route));
    return this;
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const url = new URL(request.url());
    url.hash = '';
    const answer = (request.isNavigationRequest() ? this.#answers : this.#data).get(url.href);
    if (!answer) {
      let from = 'worker';
      try {
        from = request.frame().url();
      } catch {
        // requests of workers have no frame
      }
      this.refused.push({ url: url.href, from });
      return route.abort('blockedbyclient');
    }
    this.served.push(url.href);
    return route.fulfill({
      status: answer.status ?? 200,
      headers: { 'content-type': 'text/html; charset=utf-8', ...answer.headers },
      body: answer.html,
    });
  }
}
