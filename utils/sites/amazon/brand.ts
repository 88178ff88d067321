import { lineOf } from '../shared/text.ts';

/** "Visit the … Store" in the languages of Amazon's sites: the brand's name is what stands in the gap. */
const visits = [
  /^Visit the (.+) Store$/i,
  /^(?:Besuchen Sie den|Besuche den) (.+?)[- ]Store$/i,
  /^Visite[rz] la boutique (?:de |d['’])?(.+)$/i,
  /^Visita lo Store di (.+)$/i,
  /^Visita(?:r)? la (?:Store|tienda) de (.+)$/i,
  /^Visite a loja (?:d[aeo] )?(.+)$/i,
  /^Bezoek de (.+?)[- ](?:winkel|Store)$/i,
  /^(?:De )?(.+?)[- ](?:winkel|Store) bezoeken$/i,
  /^Besök (.+?)[- ]?(?:butiken|Store)$/i,
  /^Odwiedź (?:sklep|Sklep) (.+)$/i,
  /^(.+?) (?:Store|Mağazası)['’]?(?:u|nı)? ziyaret edin$/i,
  /^(.+?)\s?のストアを表示$/,
  /^(?:访问|前往)\s?(.+?)\s?(?:品牌旗舰店|旗舰店|店铺|商店)$/,
  /^(?:تفضل ب)?زيارة متجر (.+)$/,
  /^(.+?) स्टोर पर जाएं$/,
];
/** "Brand: …", "ブランド: …": one short word, a colon, the name. */
const labelled = /^[\p{L}\p{M}' ]{2,16}\s?[:：]\s*(.+)$/u;

/** The product's brand; nothing for books, whose line names their authors. */
export function brandOn(document: Document): string | undefined {
  const row = document.querySelector('tr.po-brand td:last-child, .po-brand .po-break-word');
  const stated = lineOf(row);
  if (stated && stated.length <= 120) return stated;
  const line = document.querySelector('#bylineInfo, #brand');
  if (!line || line.querySelector('.author, .contribution')) return undefined;
  const words = lineOf(line);
  if (!words || words.length > 160) return undefined;
  const named = visits.map((pattern) => pattern.exec(words)?.[1]).find((name) => name !== undefined);
  const name = named ?? labelled.exec(words)?.[1];
  if (name) return name.trim();
  // older pages have the bare name
  const href = line.getAttribute('href') ?? line.querySelector('a')?.getAttribute('href') ?? '';
  return /\/b(?:\/|\?)|brandtextbin|lbr_brands/.test(href) && words.length <= 60 ? words : undefined;
}
