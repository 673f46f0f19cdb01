import type { Kysely, Migration, MigrationProvider } from 'kysely'
import { Migrator } from 'kysely'
import type { Engine } from './engine.ts'
import type { Tables } from './tables.ts'

/** The data was written by a Hindsight that knows migrations we don't: running on it could harm it. */
export class StoreTooNew extends Error {
  override readonly name = 'StoreTooNew'
}

/** The data have to be brought to the layout of this version, and other servers work on them as they are. */
export class ServersOutdated extends Error {
  override readonly name = 'ServersOutdated'
}

/** In order, for ever: a migration that has shipped is never changed, only followed by another. */
const migrations = ({ bytes }: Engine): Record<string, Migration> => ({
  '0001-boards': {
    async up(db) {
      await db.schema
        .createTable('boards')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('severity', 'text')
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('phase', 'text', (column) => column.notNull())
        .addColumn('open_actions', 'integer', (column) => column.notNull())
        .execute()

      const ofBoard = (table: string) =>
        db.schema
          .createTable(table)
          .addColumn('board', 'text', (column) => column.notNull().references('boards.id').onDelete('cascade'))

      await ofBoard('documents')
        .addColumn('document', 'text', (column) => column.notNull())
        .addColumn('seq', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('documents_key', ['board', 'document'])
        .execute()
      await ofBoard('updates')
        .addColumn('document', 'text', (column) => column.notNull())
        .addColumn('seq', 'bigint', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('bytes', bytes, (column) => column.notNull())
        .addPrimaryKeyConstraint('updates_key', ['board', 'document', 'seq'])
        .execute()
      await ofBoard('snapshots')
        .addColumn('document', 'text', (column) => column.notNull())
        .addColumn('seq', 'bigint', (column) => column.notNull())
        .addColumn('bytes', bytes, (column) => column.notNull())
        .addPrimaryKeyConstraint('snapshots_key', ['board', 'document'])
        .execute()
      await ofBoard('checkpoints')
        .addColumn('document', 'text', (column) => column.notNull())
        .addColumn('seq', 'bigint', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('bytes', bytes, (column) => column.notNull())
        .addPrimaryKeyConstraint('checkpoints_key', ['board', 'document', 'seq'])
        .execute()
      await ofBoard('bindings')
        .addColumn('client', 'bigint', (column) => column.notNull())
        .addColumn('person', 'text')
        .addPrimaryKeyConstraint('bindings_key', ['board', 'client'])
        .execute()
      await ofBoard('members')
        .addColumn('person', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('color', 'text', (column) => column.notNull())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('joined_at', 'bigint', (column) => column.notNull())
        .addColumn('counts', 'integer', (column) => column.notNull())
        .addColumn('left_at', 'bigint')
        .addPrimaryKeyConstraint('members_key', ['board', 'person'])
        .execute()
      await db.schema.createIndex('members_by_person').on('members').column('person').execute()
      await ofBoard('draft_authors')
        .addColumn('note', 'text', (column) => column.notNull())
        .addColumn('person', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('draft_authors_key', ['board', 'note'])
        .execute()
      await ofBoard('invites')
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('secret', 'text', (column) => column.notNull())
        .addColumn('since', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('invites_key', ['board', 'role'])
        .execute()
      await ofBoard('commands')
        .addColumn('id', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('commands_key', ['board', 'id'])
        .execute()
      await ofBoard('links')
        .addColumn('secret', 'text', (column) => column.notNull())
        .addColumn('person', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('links_key', ['board', 'secret'])
        .execute()
      await db.schema
        .createTable('meta')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .execute()
    },
  },
  '0002-event-tokens': {
    async up(db) {
      await db.schema
        .createTable('event_tokens')
        .addColumn('board', 'text', (column) => column.primaryKey().references('boards.id').onDelete('cascade'))
        .addColumn('digest', 'text', (column) => column.notNull().unique())
        .addColumn('made_by', 'text', (column) => column.notNull())
        .addColumn('made_at', 'bigint', (column) => column.notNull())
        .execute()
    },
  },
  '0003-agenda-clock': {
    async up(db) {
      await db.schema.alterTable('boards').addColumn('moves_on_at', 'bigint').execute()
      await db.schema.createIndex('boards_by_moves_on_at').on('boards').column('moves_on_at').execute()
    },
  },
  '0004-origins': {
    async up(db) {
      await db.schema.alterTable('boards').addColumn('origin', 'text').execute()
    },
  },
  '0005-heads': {
    async up(db) {
      await db.schema
        .alterTable('boards')
        .addColumn('head', 'bigint', (column) => column.notNull().defaultTo(0))
        .execute()
      await db.schema.alterTable('boards').addColumn('stamp', 'text').execute()
    },
  },
  '0006-several-servers': {
    async up(db) {
      for (const table of ['updates', 'snapshots', 'bindings', 'members', 'draft_authors', 'invites', 'commands']) {
        await db.schema
          .alterTable(table)
          .addColumn('head', 'bigint', (column) => column.notNull().defaultTo(0))
          .execute()
      }
    },
  },
})

/** @throws StoreTooNew where a newer version has been at work. */
export async function migrate(db: Kysely<Tables>, engine: Engine): Promise<void> {
  await missingMigrations(db, engine)
  const known = migrations(engine)
  const provider: MigrationProvider = { getMigrations: () => Promise.resolve(known) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error !== undefined) throw error
}

/**
 * Those that this version knows and the data have not seen.
 *
 * @throws StoreTooNew
 */
export async function missingMigrations(db: Kysely<Tables>, engine: Engine): Promise<readonly string[]> {
  const applied = await appliedMigrations(db)
  const unknown = namesUnknown(applied, engine)
  if (unknown.length > 0) throw new StoreTooNew(`it holds ${unknown.join(', ')}, which this version does not know`)
  return Object.keys(migrations(engine)).filter((name) => !applied.includes(name))
}

export function namesUnknown(names: readonly string[], engine: Engine): readonly string[] {
  const known = migrations(engine)
  return names.filter((name) => !(name in known))
}

async function appliedMigrations(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return []
  const rows = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute()
  return rows.map((row) => row.name)
}
