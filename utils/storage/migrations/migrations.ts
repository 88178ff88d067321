import { notebook } from './001-notebook.ts';
import { creatorList } from './002-creator-list.ts';
import { sites } from './003-sites.ts';
import { templates } from './004-templates.ts';
import { snapshots } from './005-snapshots.ts';
import { tags } from './006-tags.ts';
import type { AnyDatabase, Migration, UpgradeTransaction } from './migration.ts';

/** Every step, in order. A new version is one more file and line here, and one golden dump in tests/fixtures/storage. */
export const migrations: readonly Migration[] = [notebook, creatorList, sites, templates, snapshots, tags];

/** Version of the schema that this code writes. */
export const schemaVersion = migrations.length;

/** Carries a database from one version to another inside its upgrade transaction. */
export async function migrate(
  database: AnyDatabase,
  transaction: UpgradeTransaction,
  from: number,
  to: number,
  steps: readonly Migration[] = migrations,
): Promise<void> {
  for (const step of steps) {
    if (step.version > from && step.version <= to) await step.apply(database, transaction);
  }
}
