import type { Money } from '../../domain/page-reading.ts';
import type { Availability } from './availability.ts';

/** What a known shop system shows of the product in elements that are its own (class names and ids of the system, not of a theme). */
export interface ShownProduct {
  /** `state`: the system's own JSON beside the elements */
  source: 'dom' | 'state';
  id?: string | undefined;
  sku?: string | undefined;
  title?: string | undefined;
  brand?: string | undefined;
  seller?: string | undefined;
  price?: { low: Money; high?: Money | undefined; raw: string } | undefined;
  listPrice?: { value: Money; raw: string } | undefined;
  availability?: Availability | undefined;
  imageUrl?: string | undefined;
}
