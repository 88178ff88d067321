import type { PageReading } from '../domain/page-reading.ts';

/** A number as a text has it, with whatever separates its digits. */
const number = /\d+(?:[.,'’\u00a0\u202f]\d+)*/g;

/** The last separator is the decimal one where one or two digits follow it. */
function amountIn(text: string): number {
  const [, whole = text, part = ''] = /^(.*)[.,](\d{1,2})$/.exec(text) ?? [];
  return Number(`${whole.replace(/\D/g, '')}.${part || 0}`);
}

type Neutral = (text: string) => string;

function neutralFor(title: string | undefined, amounts: readonly number[]): Neutral {
  return (text) => {
    const untitled = title ? text.replaceAll(title, '…') : text;
    if (amounts.length === 0) return untitled;
    return untitled.replace(number, (found) => (amounts.includes(amountIn(found)) ? '#' : found));
  };
}

const asIs: Neutral = (text) => text;

/**
 * A product's page repeats its title and price in many places ("write a review of …", "this article: …"). Where the readings tell that they
 * changed, the texts are compared without them.
 * @returns for the texts of each look what takes the told values out
 */
export function withoutTold(
  before: PageReading | undefined,
  after: PageReading | undefined,
): [Neutral, Neutral] {
  const [old, now] = [before?.product, after?.product];
  if (!old || !now) return [asIs, asIs];
  const isRenamed = old.title && now.title && old.title.value !== now.title.value;
  const amountsOf = ({ price, listPrice }: typeof old) =>
    [price, listPrice].flatMap((money) => (money ? Number(money.value.amount) : []));
  const [oldAmounts, amounts] = [amountsOf(old), amountsOf(now)];
  const isRepriced = oldAmounts.join() !== amounts.join();
  return [
    neutralFor(isRenamed ? old.title?.value : undefined, isRepriced ? oldAmounts : []),
    neutralFor(isRenamed ? now.title?.value : undefined, isRepriced ? amounts : []),
  ];
}
