/** ISO 4217 codes in use. */
const codes = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP ' +
    'CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD ' +
    'JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN ' +
    'NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL ' +
    'THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL'
  ).split(' '),
);

const noDecimals = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '));
const threeDecimals = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));
/** Their cents exist on paper only: a dot before three digits is a thousands mark. */
const centless = new Set([...noDecimals, ...'COP IDR HUF CRC ARS IRR LBP MMK TZS'.split(' ')]);

/** Decimal digits of a currency's minor unit (ISO 4217). */
export function minorDigits(currency: string): number {
  return noDecimals.has(currency) ? 0 : threeDecimals.has(currency) ? 3 : 2;
}

export function isCentless(currency: string): boolean {
  return centless.has(currency);
}

/** A currency code in any case as ISO 4217, `undefined` when it is none ("$", "pln " → PLN). */
export function currencyCode(value: string | undefined): string | undefined {
  const code = value?.trim().toUpperCase();
  return code && codes.has(code) ? code : undefined;
}

const dollars =
  'USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP UYU BBD BSD BZD BMD FJD GYD JMD KYD LRD NAD SBD SRD TTD XCD BND DOP CUP';

/** What a shop writes beside an amount → the currencies it can mean, longest writing first. */
const symbols: [string, string[]][] = (
  [
    ['€', 'EUR'],
    ['£', 'GBP EGP LBP SYP'],
    ['¥', 'JPY CNY'],
    ['￥', 'JPY CNY'],
    ['円', 'JPY'],
    ['元', 'CNY TWD HKD'],
    ['₹', 'INR'],
    ['₽', 'RUB'],
    ['₩', 'KRW'],
    ['원', 'KRW'],
    ['₺', 'TRY'],
    ['TL', 'TRY'],
    ['₴', 'UAH'],
    ['грн', 'UAH'],
    ['₪', 'ILS'],
    ['₫', 'VND'],
    ['đ', 'VND'],
    ['฿', 'THB'],
    ['₱', 'PHP'],
    ['₦', 'NGN'],
    ['₡', 'CRC'],
    ['₲', 'PYG'],
    ['₸', 'KZT'],
    ['₾', 'GEL'],
    ['₵', 'GHS'],
    ['₼', 'AZN'],
    ['৳', 'BDT'],
    ['₮', 'MNT'],
    ['₨', 'PKR INR LKR NPR MUR SCR'],
    ['Rs', 'PKR INR LKR NPR MUR SCR'],
    ['руб', 'RUB BYN'],
    ['лв', 'BGN'],
    ['zł', 'PLN'],
    ['Kč', 'CZK'],
    ['Ft', 'HUF'],
    ['lei', 'RON MDL'],
    ['kr', 'SEK NOK DKK ISK'],
    ['din', 'RSD'],
    ['дин', 'RSD'],
    ['Fr', 'CHF'],
    ['SFr', 'CHF'],
    ['CFA', 'XOF XAF'],
    ['FCFA', 'XOF XAF'],
    ['R$', 'BRL'],
    ['US$', 'USD'],
    ['CA$', 'CAD'],
    ['C$', 'CAD NIO'],
    ['A$', 'AUD'],
    ['AU$', 'AUD'],
    ['NZ$', 'NZD'],
    ['S$', 'SGD'],
    ['HK$', 'HKD'],
    ['NT$', 'TWD'],
    ['MX$', 'MXN'],
    ['RD$', 'DOP'],
    ['$U', 'UYU'],
    ['S/', 'PEN'],
    ['Bs', 'BOB VES'],
    ['RM', 'MYR'],
    ['Rp', 'IDR'],
    ['R', 'ZAR'],
    ['KSh', 'KES'],
    ['Ksh', 'KES'],
    ['TSh', 'TZS'],
    ['USh', 'UGX'],
    ['GH₵', 'GHS'],
    ['DT', 'TND'],
    ['Dhs', 'AED MAD'],
    ['$', dollars],
    ['ر.س', 'SAR'],
    ['ريال', 'SAR QAR OMR YER'],
    ['د.إ', 'AED'],
    ['درهم', 'AED MAD'],
    ['د.ت', 'TND'],
    ['ج.م', 'EGP'],
    ['جنيه', 'EGP SDG'],
    ['د.ك', 'KWD'],
    ['د.ب', 'BHD'],
    ['ر.ق', 'QAR'],
    ['ر.ع', 'OMR'],
    ['د.م', 'MAD'],
    ['د.ج', 'DZD'],
    ['د.ا', 'JOD'],
    ['د.أ', 'JOD'],
    ['د.ع', 'IQD'],
    ['ل.ل', 'LBP'],
    ['تومان', ''],
  ] satisfies [string, string][]
)
  .map(([symbol, meant]): [string, string[]] => [symbol, meant.split(' ').filter(Boolean)])
  .sort(([a], [b]) => b.length - a.length);

/** Which of several currencies a bare symbol means in a language: only where one country's shops dominate it. */
const byLanguage: Record<string, string> = {
  ja: 'JPY',
  'zh-cn': 'CNY',
  'zh-hans': 'CNY',
  'zh-tw': 'TWD',
  sv: 'SEK',
  nb: 'NOK',
  nn: 'NOK',
  no: 'NOK',
  da: 'DKK',
  is: 'ISK',
  'en-in': 'INR',
  'en-pk': 'PKR',
  ur: 'PKR',
  'en-us': 'USD',
  'en-ca': 'CAD',
  'fr-ca': 'CAD',
  'en-au': 'AUD',
  'en-nz': 'NZD',
  'en-sg': 'SGD',
  'es-mx': 'MXN',
  'es-cl': 'CLP',
  'es-co': 'COP',
  'es-ar': 'ARS',
  'es-uy': 'UYU',
  ro: 'RON',
  'ar-ae': 'AED',
  'ar-ma': 'MAD',
  'ar-sa': 'SAR',
  'ar-eg': 'EGP',
};

const letters = /[\p{L}$]/u;

/** All currencies that the words and signs around an amount can mean; empty when there are none, or an unknown sign. */
function meantBy(text: string): string[] | undefined {
  const code = text.match(/(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/g)?.find((word) => codes.has(word));
  // "US $", "AU $", "CA $": the country in front of the sign
  const folded = text.replace(/\b(US|CA|AU|NZ|HK|NT|MX|RD|A|C|S|R)\s+\$/g, '$1$');
  if (code) return [code];
  for (const [symbol, meant] of symbols) {
    let at = folded.indexOf(symbol);
    for (; at >= 0; at = folded.indexOf(symbol, at + 1)) {
      const wordLike = /\p{L}/u.test(symbol);
      const before = folded.charAt(at - 1);
      const after = folded.charAt(at + symbol.length);
      // letters stand alone: "R 100" is rand, the r of "from 100" is nothing; "R$" is not "$"
      if (wordLike && (letters.test(before) || letters.test(after))) continue;
      if (symbol === '$' && /[A-Za-z]/.test(before)) continue;
      return meant;
    }
  }
  return undefined;
}

/**
 * The currency of a price as written, e.g. "R$ 1.759,99" → BRL.
 * @param hint ISO code that other parts of the page give; decides what an ambiguous sign ("$", "kr", "¥") means, never overrides a clear one
 * @returns `undefined` when the text has no sign and there is no hint, or when its sign can mean several currencies
 */
export function currencyOf(
  text: string,
  hints: { currency?: string | undefined; language?: string | undefined },
) {
  const meant = meantBy(text);
  if (!meant) return hints.currency;
  if (meant.length === 1) return meant[0];
  if (hints.currency && meant.includes(hints.currency)) return hints.currency;
  if (hints.currency) return undefined;
  const language = hints.language?.toLowerCase() ?? '';
  const guess = byLanguage[language] ?? byLanguage[language.split('-')[0] ?? ''];
  return guess && meant.includes(guess) ? guess : undefined;
}
