/**
 * Carries one record of a backup from an older schema to today's, as the migrations do inside the database. A migration that changes
 * records adds its change here, by the store and the version it comes from; the versions up to 5 changed none.
 * @param from version of the schema that the record was written under
 */
export function upgradeRecord(_store: string, record: unknown, _from: number): unknown {
  return record;
}
