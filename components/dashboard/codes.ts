/** Countries and regions a shop commonly ships to, ISO 3166 alpha-2; shown by name, sorted by the screen's language. */
export const countryCodes = (
  'US CA MX BR AR CL CO PE GB IE FR DE AT CH NL BE LU ES PT IT GR PL CZ SK HU RO BG HR SI RS UA LT LV EE FI SE NO DK IS ' +
  'TR IL AE SA QA KW BH OM JO EG MA DZ TN ZA NG KE GH IN PK BD LK NP TH VN MY SG ID PH KH MM JP KR CN HK MO TW MN KZ UZ RU AU NZ'
).split(' ');

/** Languages a brand commonly answers in, BCP 47. */
export const languageCodes =
  'en zh-Hans zh-Hant yue ja ko es fr de it pt nl sv no da fi pl cs sk hu ro bg el tr ru uk ar he fa hi bn ur ta th vi id ms fil'.split(
    ' ',
  );
