import { argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** Memory 19 MiB, two passes, one lane: the first recommendation of OWASP for argon2id. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const
const TAG_LENGTH = 32

interface Cost {
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
}

/** For passwords drawn at random: nobody guesses seventy bits, however fast, and five hundred new accounts take a second. */
const COST_OF_RANDOM = { memory: 1_024, passes: 1, parallelism: 1 } as const

/** The password as an argon2id hash in the PHC string format, with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password, COST)
}

/** The same for one made by `initialPassword`, at little cost. */
export async function hashInitialPassword(password: string): Promise<string> {
  return hash(password, COST_OF_RANDOM)
}

async function hash(password: string, cost: Cost): Promise<string> {
  const salt = randomBytes(16)
  const tag = await tagOf(password, salt, cost)
  const { memory, passes, parallelism } = cost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`
}

/** True if the password is the one hashed. Takes the same time whatever is wrong with it. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, tag] =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash) ?? []
  if (salt === undefined || tag === undefined) return false
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const expected = Buffer.from(tag, 'base64')
  return timingSafeEqual(await tagOf(password, Buffer.from(salt, 'base64'), cost), expected)
}

async function tagOf(password: string, nonce: Buffer, cost: Cost): Promise<Buffer> {
  // Composed and decomposed writings of a character are one password.
  return derive('argon2id', { message: Buffer.from(password.normalize('NFC')), nonce, tagLength: TAG_LENGTH, ...cost })
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}

/** Without characters that look alike on paper. */
const SYMBOLS = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789'] as const

/** A random password of 14 characters that meets the rules, to be handed over once and changed. */
export function initialPassword(): string {
  const pick = (characters: string): string => characters.charAt(randomInt(characters.length))
  const all = SYMBOLS.join('')
  const blocks = Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => pick(all)).join(''))
  const password = blocks.join('-')
  return SYMBOLS.every((symbols) => [...symbols].some((symbol) => password.includes(symbol))) &&
    !/(.)\1{3}/.test(password)
    ? password
    : initialPassword()
}

/** A password made for a new account, and what is kept of it. */
export interface InitialPassword {
  readonly password: string
  readonly hash: string
}

export async function newInitialPassword(): Promise<InitialPassword> {
  const password = initialPassword()
  return { password, hash: await hashInitialPassword(password) }
}
