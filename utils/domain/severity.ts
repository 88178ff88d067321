import type { Change, ChangeKind, Severity } from './change-kind.ts';

/** How grave a kind is: its own grade, and from which percentage (absolute) it is graver. */
export interface SeverityRule {
  base: Severity;
  mediumFrom?: number | undefined;
  highFrom?: number | undefined;
}
export type SeverityTable = Record<ChangeKind, SeverityRule>;

/** The table before anybody changes it. Percentages are the product's own choice: a price at which a shopper notices, an audience that is news. */
export const defaultSeverities: SeverityTable = {
  'price-down': { base: 'low', mediumFrom: 5, highFrom: 15 },
  'price-up': { base: 'low', mediumFrom: 5, highFrom: 20 },
  'promotion-started': { base: 'medium' },
  'promotion-ended': { base: 'low' },
  'product-new': { base: 'medium' },
  'product-gone': { base: 'medium' },
  'sold-out': { base: 'medium' },
  restocked: { base: 'medium' },
  title: { base: 'low' },
  picture: { base: 'low' },
  'moved-up': { base: 'low' },
  'moved-down': { base: 'low' },
  rating: { base: 'low', mediumFrom: 6, highFrom: 15 },
  followers: { base: 'low', mediumFrom: 5, highFrom: 20 },
  posts: { base: 'low', mediumFrom: 100 },
  bio: { base: 'medium' },
  text: { base: 'low' },
  layout: { base: 'medium', highFrom: 50 },
  unreadable: { base: 'medium' },
  'readable-again': { base: 'low' },
};

/** Kinds that the person grades otherwise; a rule takes the place of the whole default rule of its kind. */
export type SeverityRules = { [K in ChangeKind]?: SeverityRule | undefined };

/** The grade of a change by the person's rules; without a rule for its kind the one that it has. */
export function gradedBy<C extends Pick<Change, 'kind' | 'percent' | 'severity'>>(
  change: C,
  rules: SeverityRules,
): C {
  const rule = rules[change.kind];
  if (!rule) return change;
  return { ...change, severity: severityOf(change.kind, change.percent, { [change.kind]: rule }) };
}

/** @param percent of the change, signed; undefined where the kind has none */
export function severityOf(
  kind: ChangeKind,
  percent?: number,
  table: SeverityRules = defaultSeverities,
): Severity {
  const { base, mediumFrom = Infinity, highFrom = Infinity } = table[kind] ?? defaultSeverities[kind];
  const size = Math.abs(percent ?? 0);
  if (size >= highFrom) return 'high';
  return size >= mediumFrom && base === 'low' ? 'medium' : base;
}
