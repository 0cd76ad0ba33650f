import type { Answer, endpoints, FeatureName, FigureId, HomeFact, Permission } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import type { OrganisationPath } from './access.ts'
import type { Vouched } from './audit/vouched.ts'
import type { ServerConfig } from './config.ts'
import type { ActorContext } from './context.ts'
import type { Database } from './database/pool.ts'
import type { Tx } from './database/transaction.ts'
import type { Job, JobContext } from './jobs/index.ts'

/** Something one has to do, as the home page shows it. */
export type Task = Omit<Answer<typeof endpoints.readHome>['tasks'][number], 'overdueDays'>

/** A heading of 我的记录 with its lines. */
export type RecordGroup = Answer<typeof endpoints.readOwnRecord>['groups'][number]

/** What features are folded into: what a feature needs to know of the others without knowing which they are. */
export interface House {
  readonly config: ServerConfig
  readonly features: readonly Feature[]
}

/** A kind of thing that search finds. */
export interface SearchKind {
  readonly kind: string
  /** What one must be allowed where the thing lies to find it; null if nobody finds it but whose it is. */
  readonly permission: Permission | null
}

/** Something the search found. */
export type FoundThing = Answer<typeof endpoints.findEntries>['items'][number]

/** An organisation with all that is below it, and the parent it comes under. */
export interface Move {
  readonly id: string
  readonly path: OrganisationPath
  readonly parentPath: OrganisationPath
  readonly now: Date
}

/** What was entered, changed or taken back in an organisation: of which days it tells, and whom it names, before and now. */
export interface Happening {
  readonly of: 'record' | 'post' | 'paper'
  readonly organisationId: string
  readonly days: readonly string[]
  readonly people: readonly string[]
  readonly now: Date
}

/** A person who leaves, and who is to hear what else ends with that. */
export interface Leaving {
  readonly personId: string
  readonly features: readonly Feature[]
}

/** A place where a kept file is used. */
export interface FileUse {
  readonly hash: string
  readonly words: string
}

/** What figures are asked of: a body, and the days; the last is the day that what has a state is told of. */
export interface FigureQuestion {
  readonly organisation: {
    readonly id: string
    readonly name: string
    readonly level: number
    readonly path: OrganisationPath
  }
  readonly from: string
  readonly to: string
  /** The 专题 they are narrowed to; empty for none. What has no 专题 has no figures then. */
  readonly subject: string
  /** Only what is said to be of this meeting. What names no meeting has no figures then. */
  readonly meetingId?: string | undefined
}

/** A row a figure is made of: its day, if it has one, what it is in a word, and how much it adds. */
export interface FigureRow {
  readonly id: string
  readonly day: string | null
  readonly label: string
  readonly amount: number
}

/** What a figure comes to, and of which rows; no rows where there are more than `MOST_FIGURE_ROWS`. */
export interface FoundFigure {
  readonly value: number
  readonly rows: readonly FigureRow[]
}

export const MOST_FIGURE_ROWS = 1_000

export type FoundFigures = Partial<Record<FigureId, FoundFigure>>

/** Why an organisation cannot be removed, and what to do instead. */
export interface Obstacle {
  readonly title: string
  readonly todo: string
}

/**
 * A feature is one value: everything the rest of the service has to know of it. The base folds the list and names none of
 * them; a new feature is its folder and one line in `features.ts`.
 */
export interface Feature {
  /** As its folder is called, and as contract and web call it. */
  readonly name: FeatureName
  readonly routes?: (app: FastifyInstance, house: House) => void
  readonly jobs?: readonly Job[]
  /** Done at every start, before anybody is served: what was due while nobody was there. */
  readonly start?: (context: JobContext) => Promise<void>
  readonly searches?: readonly SearchKind[]
  /** What the actor may see of it that people call by this number. */
  readonly numbered?: (context: ActorContext, number: number) => Promise<FoundThing[]>
  /** What it gives the actor to do. */
  readonly tasks?: (context: ActorContext, config: ServerConfig) => Promise<Task[]>
  /** How what the actor answers for stands, as far as it is this feature's; nothing to whom it is not entrusted. */
  readonly homeFacts?: (context: ActorContext, config: ServerConfig) => Promise<HomeFact[]>
  /**
   * Follows an organisation that is moved, before the paths change: what is counted along the tree. Rows that carry a path
   * (a1…a8) follow by themselves.
   */
  readonly moved?: (tx: Tx, move: Move) => Promise<void>
  /**
   * Follows what is entered in another feature, in its transaction: what is counted of it. Whoever writes such a thing tells
   * every feature (`for (const { happened } of house.features) await happened?.(tx, …)`), and knows none of them.
   */
  readonly happened?: (tx: Tx, happening: Happening) => Promise<void>
  /** A person leaves: what they were goes with them, what they did stays. Told before their account is closed. */
  readonly personLeaves?: (tx: Tx, context: ActorContext, leaving: Leaving) => Promise<void>
  /** Tables with a1…a8 whose rows tell of a day gone by, and keep the path of that day. */
  readonly history?: readonly string[]
  /** Rows of its that entries of the audit log vouch for. */
  readonly vouched?: Vouched
  /** What keeps an organisation from being removed, if it is this feature's; null if nothing does. */
  readonly blocksRemoval?: (tx: Tx, organisationId: string, name: string) => Promise<Obstacle | null>
  /** What it keeps files for: each hash it knows, with words a reader finds the place by. */
  readonly usesOfFiles?: (db: Database, hashes: readonly string[]) => Promise<readonly FileUse[]>
  /** Its figures (数字) of a body; those the actor may not read are left out. */
  readonly figures?: (context: ActorContext, question: FigureQuestion) => Promise<FoundFigures>
  /** All it holds about the person who asks, in words. */
  readonly ownRecord?: (context: ActorContext) => Promise<RecordGroup[]>
}
