import { assigned, at, isData, jsonAt } from '../shared/state.ts';

const ofCountry: Record<string, string> = {
  'lazada.sg': 'SGD',
  'lazada.com.my': 'MYR',
  'lazada.co.th': 'THB',
  'lazada.vn': 'VND',
  'lazada.com.ph': 'PHP',
  'lazada.co.id': 'IDR',
  'daraz.pk': 'PKR',
  'daraz.com.bd': 'BDT',
  'daraz.lk': 'LKR',
  'daraz.com.np': 'NPR',
};

/** Each country's site sells in one currency. */
export function currencyOfHost(url: URL): string | undefined {
  return ofCountry[url.hostname.replace(/^(?:www|m|pdp)\./, '')];
}

/** The fields of a product's page: `__moduleData__ = {…}`, or on Daraz the argument of `app.run(…)`. */
export function fieldsOf(document: Document): unknown {
  const data = assigned(document, '__moduleData__');
  const fields = at(data, 'data', 'root', 'fields');
  if (isData(fields)) return fields;
  for (const script of document.querySelectorAll('script:not([src])')) {
    const text = script.textContent ?? '';
    const start = text.indexOf('app.run(');
    if (start < 0) continue;
    const open = text.indexOf('{', start);
    const found =
      open >= 0 && open - start < 20 ? at(jsonAt(text, open), 'data', 'root', 'fields') : undefined;
    if (isData(found)) return found;
  }
  return undefined;
}
