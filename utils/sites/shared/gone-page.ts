import type { SiteReader } from '../site.ts';
import { titleOf } from './page.ts';
import { lineOf } from './text.ts';

/** How sites of many countries begin the headline of a page that is not there (any more). */
const gone =
  /^(?:(?:error|erreur|fehler)?\s*40[34]\b|(?:oops[!,.]?\s*)?(?:this |the |that )?(?:page|item|product|listing) (?:(?:you requested )?(?:was |could )?not (?:be )?found|is missing|does(?:n['’]t| not) exist|is no longer available)|not found$|seite nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada|página não encontrada|pagina non trovata|pagina niet gevonden|nie znaleziono strony|sayfa bulunamadı|страница не найдена|halaman tidak (?:ditemukan|tersedia)|không tìm thấy trang|ไม่พบหน้า|页面不存在|找不到(?:页面|頁面|網頁)|頁面不存在|商品不存在|ページが見つかりません|페이지를 찾을 수 없|הדף לא נמצא|الصفحة غير موجودة)/i;

/** Whether a page says in its title or headline that what stood at its address is gone. Only for pages on which nothing was found. */
export function saysGone(document: Document): boolean {
  return headlineSaysGone(document) || gone.test(titleOf(document) ?? '');
}

function headlineSaysGone(document: Document): boolean {
  return [...document.querySelectorAll('h1')].slice(0, 3).some((heading) => gone.test(lineOf(heading) ?? ''));
}

/**
 * A list's or a shop's reading, or `blocked` where the page says that it is gone. Shops put goods of other people below that headline: they are
 * no list then. A title alone could be the words that were searched for.
 */
export function unlessGone(reading: ReturnType<SiteReader>, document: Document): ReturnType<SiteReader> {
  const isGone = reading.products ? headlineSaysGone(document) : saysGone(document);
  return isGone ? { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] } : reading;
}
