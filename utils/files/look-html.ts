import type { PageReading } from '../domain/page-reading.ts';
import type { PageLayout, PageText } from '../domain/snapshot.ts';
import { layoutDocument } from './layout-html.ts';
import { htmlText } from './plain-html.ts';
import { readingTables } from './reading-tables.ts';

/** One look as a file holds it. A layer that is not there says why, in words. */
export interface LookFile {
  /** BCP 47 */
  locale: string;
  title: string;
  address: string;
  /** in words */
  time: string;
  reading: PageReading | string;
  text: PageText | string;
  layout: PageLayout | string;
  /** strips from the top: `data` in base64, `type` one of the pictures' */
  picture:
    | { tiles: AsyncIterable<{ type: string; data: string; width: number; height: number }>; notes: string[] }
    | string;
}

/** The words of the page. */
export interface LookWords {
  address: string;
  time: string;
  picture: string;
  /** of the picture, for those who do not see it */
  pictureName: string;
  reading: string;
  text: string;
  layout: string;
  layoutNote: string;
  field: string;
  value: string;
  source: string;
  raw: string;
  json: string;
}

/** Nothing is loaded from anywhere and nothing runs; pictures stand in the file itself. */
const policy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'";
const styles = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem; }
table { border-collapse: collapse; } th, td { border: 1px solid #8886; padding: .25rem .5rem; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; } .soft { opacity: .75; } pre { white-space: pre-wrap; overflow-wrap: anywhere; }
.picture { border: 1px solid #8886; width: fit-content; max-width: 100%; } .picture img { display: block; max-width: 100%; height: auto; }
iframe { width: 100%; height: 80vh; border: 1px solid #8886; background: #fff; }
`;

const section = (title: string) => `<section><h2>${htmlText(title)}</h2>`;
const missing = (reason: string) => `<p class="soft">${htmlText(reason)}</p>`;

function* readingHtml(reading: PageReading, words: LookWords): Generator<string> {
  const { facts, lists } = readingTables(reading);
  const cell = (text: string) => `<td dir="auto">${htmlText(text)}</td>`;
  const head = (names: readonly string[]) =>
    `<tr>${names.map((name) => `<th scope="col">${htmlText(name)}</th>`).join('')}</tr>`;
  yield `<div class="scroll"><table><thead>${head([words.field, words.value, words.source, words.raw])}</thead><tbody>`;
  for (const { field, value, source, raw } of facts)
    yield `<tr><th scope="row">${htmlText(field)}</th>${[value, source, raw].map(cell).join('')}</tr>`;
  yield '</tbody></table></div>';
  for (const { name, columns, rows } of lists) {
    yield `<h3>${htmlText(name)}</h3><div class="scroll"><table><thead>${head(columns)}</thead><tbody>`;
    for (const row of rows) yield `<tr>${row.map(cell).join('')}</tr>`;
    yield '</tbody></table></div>';
  }
  yield `<details><summary>${htmlText(words.json)}</summary><pre dir="ltr">`;
  yield htmlText(JSON.stringify(reading, null, 2));
  yield '</pre></details>';
}

/**
 * A look as a page of its own, part by part: the picture, what was read as a table and as JSON, the texts, and the layout as it stood, in a frame
 * of its own in which nothing runs. It opens without a network, and whatever the page said is text in it.
 */
export async function* lookHtml(look: LookFile, words: LookWords): AsyncGenerator<string> {
  const { title, address, reading, text, layout, picture } = look;
  yield `<!doctype html><html lang="${htmlText(look.locale)}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width"><title>${htmlText(title)}</title><style>${styles}</style></head><body>`;
  yield `<h1 dir="auto">${htmlText(title)}</h1><p>${htmlText(words.time)}: ${htmlText(look.time)}</p><p>${htmlText(words.address)}: <code dir="ltr">${htmlText(address)}</code></p>`;

  yield section(words.picture);
  if (typeof picture === 'string') yield missing(picture);
  else {
    yield `<div class="picture" role="img" aria-label="${htmlText(words.pictureName)}">`;
    for await (const { type, data, width, height } of picture.tiles) {
      yield `<img alt="" width="${Number(width)}" height="${Number(height)}" src="data:${htmlText(type)};base64,`;
      yield htmlText(data);
      yield '">';
    }
    yield '</div>';
    for (const note of picture.notes) yield missing(note);
  }
  yield '</section>';

  yield section(words.reading);
  if (typeof reading === 'string') yield missing(reading);
  else yield* readingHtml(reading, words);
  yield '</section>';

  yield section(words.text);
  if (typeof text === 'string') yield missing(text);
  else for (const { text: block } of text.blocks) yield `<p dir="auto">${htmlText(block)}</p>`;
  yield '</section>';

  yield section(words.layout);
  if (typeof layout === 'string') yield missing(layout);
  else {
    yield `${missing(words.layoutNote)}<iframe sandbox="" title="${htmlText(words.layout)}" srcdoc="`;
    for (const piece of layoutDocument(layout)) yield htmlText(piece);
    yield '"></iframe>';
  }
  yield '</section></body></html>\n';
}
