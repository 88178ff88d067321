import { Drop } from 'liquidjs';

/** A sum of money in a template: written in the way of the reply's language. */
export class Sum extends Drop {
  readonly amount: string;
  readonly currency: string;
  readonly locale: string;
  /**
   * @param amount decimal string such as "1299.00"
   * @param currency ISO 4217
   */
  constructor(amount: string, currency: string, locale: string) {
    super();
    this.amount = amount;
    this.currency = currency;
    this.locale = locale;
  }
  override valueOf(): string {
    const whole = /^-?\d+(\.0+)?$/.test(this.amount);
    const format = new Intl.NumberFormat(this.locale, {
      style: 'currency',
      currency: this.currency,
      ...(whole ? { maximumFractionDigits: 0 } : {}),
    });
    // the decimal string itself: a float would round large sums
    return format.format(this.amount as Intl.StringNumericLiteral).replace(/[\u00A0\u202F]/g, ' ');
  }
}
