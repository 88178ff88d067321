/** Words by which short comments give their language away; words that several of these languages share are left out. */
const words: Readonly<Record<string, string>> = {
  en: "the is this that it you your my how much where what when does do can get buy price ship shipping love so cute beautiful thanks thank please have has where's want need got was with for and are legit real order package arrived yet amazing omg nice great awesome",
  es: 'el los las una esta este cómo cuánto cuánta dónde cuándo qué gracias precio envío hola quiero me encanta hermoso hermosa por favor tienen hacen envíos está más muy bonito también mi pedido llega donde cuanto comprar',
  pt: 'não você vocês quanto custa onde obrigado obrigada preço envio olá quero lindo linda amei muito tem frete é são uma está meu minha pedido chegou também comprar qual',
  fr: "le les une est ce cette où combien merci prix livraison bonjour je voudrais j'adore très beau belle vous avez pas mon ma ma commande quand est-ce acheter trop c'est aussi",
  de: 'der die das ist ein eine wie viel kostet wo wann danke preis versand hallo ich möchte liebe sehr schön bitte habt ihr nicht meine bestellung kaufen kommt und auch gibt',
  it: 'il gli è questo questa quanto costa dove grazie prezzo spedizione ciao vorrei adoro bellissimo bellissima per favore avete non mio ordine arrivato comprare anche sono molto',
  nl: 'het een is deze hoe veel kost waar dank prijs verzending hallo ik wil graag mooi heel alstublieft hebben jullie niet mijn bestelling kopen ook wanneer leuk',
  pl: 'jest to ten ta ile kosztuje gdzie dziękuję cena wysyłka cześć chcę piękne bardzo proszę macie nie moje zamówienie kupić kiedy też się',
  tr: 've bir bu ne kadar nerede teşekkürler fiyat kargo merhaba istiyorum çok güzel lütfen var mı değil siparişim almak için nasıl',
  id: 'ini itu berapa harga dimana di mana terima kasih kak kirim halo mau bagus banget ada tidak pesanan beli yang bisa kapan cantik',
  ms: 'ini itu berapa harga kat mana terima kasih hantar cantik sangat ada tak pesanan saya beli boleh bila nak',
  vi: 'là cái này bao nhiêu giá ở đâu cảm ơn shop ơi mua đẹp quá có không đơn hàng của tôi khi nào xin',
  sv: 'och är det den hur mycket kostar var tack pris frakt hej jag vill jättefin vackert snälla har ni inte min beställning köpa när',
  nb: 'og er det den hvor mye koster takk pris frakt hei jeg vil kjempefin vakker har dere ikke min bestilling kjøpe når',
  da: 'og er det den hvor meget koster tak pris fragt hej jeg vil smuk har i ikke min bestilling købe hvornår',
  fi: 'ja on tämä se paljonko maksaa missä kiitos hinta toimitus hei haluan kaunis onko teillä ei tilaus ostaa milloin',
  ro: 'și este cât costă unde mulțumesc preț livrare bună vreau frumos foarte aveți nu comanda mea cumpăra când',
  cs: 'je to ten kolik stojí kde děkuji cena doprava ahoj chci krásné velmi prosím máte ne moje objednávka koupit kdy',
  hu: 'ez az mennyibe kerül hol köszönöm ár szállítás szia szeretnék gyönyörű nagyon kérem van nem rendelésem venni mikor',
  fil: 'ang mga ito magkano saan salamat presyo po kamusta gusto ko maganda sobrang meron wala order ko bili kailan paano',
};

const index = new Map<string, string[]>();
for (const [language, list] of Object.entries(words))
  for (const word of new Set(list.split(' '))) index.set(word, [...(index.get(word) ?? []), language]);

/**
 * The language whose everyday words a text holds most of. A word of two languages counts half for each.
 * @returns null where none is ahead
 */
export function wordLanguage(text: string): { language: string; hits: number } | null {
  const scores = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu) ?? []) {
    const languages = index.get(word.replaceAll('’', "'")) ?? [];
    for (const language of languages)
      scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length);
  }
  const [best, next] = [...scores].sort(([, a], [, b]) => b - a);
  if (!best || (next && next[1] >= best[1])) return null;
  return { language: best[0], hits: best[1] };
}
