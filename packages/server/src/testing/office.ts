import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OrganisationKind, Role, SessionDetail } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { v7 as newId } from 'uuid'
import { transaction } from '../platform/database/transaction.ts'
import type { Pool } from '../platform/database/pool.ts'
import { hashPassword } from '../office/identity/index.ts'
import { setPassword } from '../office/identity/index.ts'
import {
  insertAccount,
  insertGrant,
  insertOrganisation,
  insertPerson,
  searchableOrganisation,
  searchablePerson,
} from '../office/organisation/index.ts'
import { enterSearch } from '../platform/search/index.ts'
import type { Enqueue } from '../platform/jobs/index.ts'
import { openApp } from '../server.ts'
import { insertSession } from '../office/identity/queries.ts'
import { newToken } from '../office/identity/session-token.ts'
import { type Caller, holderOf } from './client.ts'
import { testDatabase } from './database.ts'

interface Place {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly path: readonly string[]
}

/** Someone with an account. */
export interface Registered {
  readonly login: string
  readonly name: string
  readonly personId: string
  readonly accountId: string
  readonly grantId: string
}

/** Someone with an account, signed in. */
export interface Employee extends Caller {
  readonly session: SessionDetail
  readonly login: string
}

/** A fictional office for one test file: a database, the application over it, and people one adds. */
export interface Office {
  readonly app: FastifyInstance
  readonly pool: Pool & { readonly url: string }
  readonly filesFolder: string
  readonly jobs: { readonly name: string; readonly data: unknown }[]
  /** 临江市 › 水务局 (two departments) and 教育局. */
  readonly city: Place
  readonly water: Place
  readonly waterOffice: Place
  readonly education: Place
  addOrganisation(parent: Place | null, name: string, kind?: OrganisationKind): Promise<Place>
  /** A person with an account and, if given, a role over their organisation. */
  register(place: Place, role: Role | null, over?: Place): Promise<Registered>
  /** The same, signed in. */
  employ(place: Place, role: Role | null, over?: Place): Promise<Employee>
  close(): Promise<void>
}

export const PASSWORD = 'Linjiang-2026'
const SESSION = 12 * 3_600_000

let hashed: Promise<string> | null = null

/** `webFolder`: where the built web application lies, for tests in a browser. */
export async function openOffice(webFolder?: string): Promise<Office> {
  const pool = await testDatabase()
  const dataFolder = await mkdtemp(join(tmpdir(), 'duizhao-office-'))
  const jobs: { name: string; data: unknown }[] = []
  const enqueue: Enqueue = async (_, { name }, data) => void jobs.push({ name, data })
  const app = await openApp(
    { ...testConfig, dataFolder },
    {
      pool,
      queue: { enqueue },
      options: { version: '0.0.0', ...(webFolder === undefined ? {} : { webFolder }) },
    },
  )
  hashed ??= hashPassword(PASSWORD)
  const hash = await hashed
  let registered = 0

  async function addOrganisation(parent: Place | null, name: string, kind: OrganisationKind = 'unit'): Promise<Place> {
    const id = newId()
    const place = { id, name, kind, path: [...(parent?.path ?? []), id] }
    await transaction(pool.db, async (tx) => {
      await insertOrganisation(tx, { ...place, parentId: parent?.id ?? null })
      await enterSearch(tx, searchableOrganisation(place, parent?.name ?? null))
    })
    return place
  }

  async function register(place: Place, role: Role | null, over = place): Promise<Registered> {
    registered += 1
    const login = `user${registered}`
    const name = `人员${registered}`
    const [personId, accountId, grantId] = [newId(), newId(), newId()]
    await transaction(pool.db, async (tx) => {
      const now = new Date()
      await insertPerson(tx, personId, place.id, { name, position: '干部', email: '', isPartyMember: true })
      await enterSearch(tx, searchablePerson({ id: personId, name, position: '干部' }, place))
      await insertAccount(tx, { id: accountId, personId, login, passwordHash: hash, now })
      await setPassword(tx, accountId, { hash, now, mustChange: false })
      if (role) await insertGrant(tx, { id: grantId, accountId, role, organisationId: over.id, grantedBy: null, now })
    })
    return { login, name, personId, accountId, grantId }
  }

  async function employ(place: Place, role: Role | null, over = place): Promise<Employee> {
    const { login, accountId } = await register(place, role, over)
    const { token, hash: tokenHash } = newToken()
    const now = new Date()
    const session = { id: newId(), accountId, tokenHash, now, endsAt: new Date(now.getTime() + SESSION) }
    await transaction(pool.db, (tx) => insertSession(tx, { ...session, address: '', device: '' }))
    return { ...(await holderOf(app, token)), login }
  }

  const city = await addOrganisation(null, '临江市委', 'committee')
  const water = await addOrganisation(city, '临江市水务局')
  const waterOffice = await addOrganisation(water, '办公室', 'department')
  const education = await addOrganisation(city, '临江市教育局')
  return {
    app,
    pool,
    filesFolder: join(dataFolder, 'files'),
    jobs,
    city,
    water,
    waterOffice,
    education,
    addOrganisation,
    register,
    employ,
    close: async () => {
      await app.close()
      await pool.close()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

export const testConfig = {
  host: '127.0.0.1',
  port: 0,
  databaseUrl: undefined,
  databaseOwnerUrl: undefined,
  isHttps: false,
  tls: undefined,
  refusesHttp: false,
  proxies: [],
  logLevel: 'silent',
  smtpUrl: undefined,
  // The mail server of the tests speaks no TLS.
  isMailTlsRequired: false,
  publicUrl: undefined,
  passphrase: undefined,
  anchorFile: undefined,
  backup: { folder: undefined, keep: 14, warnAfterDays: 7 },
}
