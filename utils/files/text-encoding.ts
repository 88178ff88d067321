/** Encodings that tables come in. GB18030 holds all of GBK and GB2312. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'] as const;
export type Encoding = (typeof encodings)[number];

function startsWith(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/** The text, without a byte order mark; null where the bytes are not of that encoding. */
function decode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** How much of a text is looked at to judge it, bytes. */
const sample = 200_000;

/**
 * How likely a decoded text is one that people wrote, higher is better: common characters of both scripts and kana count for it,
 * rare and private ones against it. The wrong one of GB18030 and Big5 yields rare characters throughout.
 */
function plausibility(text: string): number {
  let score = 0;
  let seen = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    seen += 1;
    if (common.has(character)) score += 3;
    else if (code >= 0x4e00 && code <= 0x9fff) score += 0;
    else if ((code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xff5e)) score += 1;
    else score -= 2;
  }
  return seen === 0 ? 0 : score / seen;
}

/** The most frequent characters of modern Chinese in both scripts, and those that head the columns of such tables. */
const common = new Set(
  '的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于着下自之年过過发發后後作里' +
    '用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實' +
    '日军軍者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重并物手应應战戰向头頭文体體' +
    '政美相见見被利什二等产產或新己制身果加西斯月话話合回特代内內信表化老给給世位次度门門任常先海通教儿兒原东東声聲提立及比员員解水名真' +
    '号號账帳链鏈接主页頁粉丝絲追蹤邮郵箱件电電话話标標签籤备備注註平台狀态態昵称稱姓名网網红紅达達微博抖音小红书紅書淘宝寶店铺舖' +
    '林王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂',
);

/** Which of the two Chinese encodings fits better; null where neither does. */
function chinese(bytes: Uint8Array): Encoding | null {
  // cut at a line's end: in both encodings 0x0A is never part of a character
  const end = bytes.length > sample ? bytes.lastIndexOf(0x0a, sample) : -1;
  const part = end > 0 ? bytes.subarray(0, end) : bytes;
  let best: Encoding | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const encoding of ['gb18030', 'big5'] as const) {
    const text = decode(part, encoding);
    if (text === null) continue;
    const score = plausibility(text);
    if (score > bestScore) [best, bestScore] = [encoding, score];
  }
  return best;
}

/**
 * Decodes the bytes of a text file. Strict: bytes that do not belong to the encoding are never replaced.
 * @param chosen the person's choice; without it the byte order mark decides, then UTF-8 where it is valid, then the likelier one of
 *   the Chinese encodings
 * @returns null where no encoding, or not the chosen one, fits
 */
export function decodeText(
  bytes: Uint8Array,
  chosen?: Encoding,
): { text: string; encoding: Encoding } | null {
  const order: (Encoding | null)[] = chosen
    ? [chosen]
    : startsWith(bytes, 0xff, 0xfe)
      ? ['utf-16le']
      : startsWith(bytes, 0xfe, 0xff)
        ? ['utf-16be']
        : ['utf-8', chinese(bytes)];
  for (const encoding of order) {
    const text = encoding && decode(bytes, encoding);
    if (encoding && typeof text === 'string') return { text, encoding };
  }
  return null;
}
