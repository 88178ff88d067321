import { readFileSync } from 'node:fs';
import { createServer as createProxy, type IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, connect, type Server } from 'node:net';
import { join } from 'node:path';
import type { FirefoxBrowsing } from './firefox.ts';
import { inWindow } from './firefox-window.ts';

const folder = join(import.meta.dirname, '../fixtures/loop-back');
const pem = (name: string) => readFileSync(join(folder, `${name}.pem`));

/** What a server on this machine answers in the name of a shop. */
export interface LoopBack {
  answers: Map<string, { status?: number; headers?: Record<string, string>; body: string }>;
  /** addresses that were asked for, with the cookies that came along */
  asked: { url: string; cookie: string | undefined }[];
  /** hosts that were asked for and are nobody's here */
  refused: string[];
  close(): Promise<void>;
}

const listening = (server: Server) =>
  new Promise<number>((done) =>
    server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)),
  );

/**
 * Lets one host be served on this machine, over TLS as in life: the driver answers for tabs, but hears nothing of what a background asks
 * for. Every other host stays out of reach.
 */
export async function serveShop(firefox: FirefoxBrowsing, host: string): Promise<LoopBack> {
  const answers: LoopBack['answers'] = new Map();
  const asked: LoopBack['asked'] = [];
  const refused: string[] = [];
  const shop = createServer(
    { key: pem('key'), cert: pem('certificate') },
    (request: IncomingMessage, response) => {
      const url = `https://${host}${request.url}`;
      asked.push({ url, cookie: request.headers.cookie });
      const { status = 200, headers = {}, body } = answers.get(url) ?? { status: 404, body: '' };
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
    },
  );
  const shopPort = await listening(shop);
  const proxy = createProxy((request, response) => {
    refused.push(request.url ?? '');
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket) => {
    if (request.url !== `${host}:443`) {
      refused.push(request.url ?? '');
      return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    }
    const through = connect(shopPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      through.pipe(socket).pipe(through);
    });
    for (const end of [through, socket]) end.on('error', () => end.destroy());
  });
  const proxyPort = await listening(proxy);
  await inWindow(
    firefox,
    `Services.prefs.setIntPref('network.proxy.ssl_port', ${proxyPort}),
     Cc['@mozilla.org/security/certoverride;1'].getService(Ci.nsICertOverrideService)
       .setDisableAllSecurityChecksAndLetAttackersInterceptMyData(true), 1`,
  );
  return {
    answers,
    asked,
    refused,
    async close() {
      shop.closeAllConnections();
      await Promise.all([shop, proxy].map((server) => new Promise((done) => server.close(done))));
    },
  };
}
