import type { IDBPDatabase } from 'idb';

export type Database = IDBPDatabase;
