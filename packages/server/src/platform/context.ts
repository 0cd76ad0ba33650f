import type { Role } from '@duizhao/contract'
import type { Database } from './database/pool.ts'
import type { FileStore } from './file-store.ts'
import type { Workshop } from '@duizhao/workshop'
import type { Enqueue } from './jobs/index.ts'

/** A role the actor holds over an organisation and everything below it. */
export interface ActorGrant {
  readonly id: string
  readonly role: Role
  readonly organisationId: string
  readonly organisationName: string
  /** The organisation's level in the tree: column `a{level}` of what lies below it holds its id. */
  readonly level: number
}

/** Who acts. */
export interface Actor {
  readonly accountId: string
  readonly login: string
  readonly personId: string
  readonly personName: string
  readonly organisationId: string
  readonly grants: readonly ActorGrant[]
}

/** Where a request comes from. */
export interface Origin {
  readonly address: string
  readonly device: string
  readonly requestId: string
}

/** A file sent by a form. */
export interface UploadedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A file to be saved by the browser. */
export type Download =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly pieces: AsyncIterable<Uint8Array> }

/** What a use case needs besides its input; time is a value, so that no clock is ever hidden. */
export interface Context {
  readonly db: Database
  readonly now: Date
  readonly origin: Origin
  readonly files: FileStore
  readonly enqueue: Enqueue
  /** Where files of strangers are read and large ones made, apart from what serves everybody. */
  readonly workshop: Workshop
}

/** The context of someone who is signed in. */
export interface ActorContext extends Context {
  readonly actor: Actor
  readonly sessionId: string
}
