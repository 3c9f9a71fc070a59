import type { BatchItem } from 'drizzle-orm/batch'

/** A statement that goes into somebody's batch. */
export type Statement = BatchItem<'sqlite'>
