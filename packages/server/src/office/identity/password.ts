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

/**
 * True if the password is the one hashed; false if there is no hash. Costs the same whatever is wrong, and however cheaply
 * the password was hashed: both kinds are computed each time, so that nobody learns from the clock which accounts exist.
 */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const kept = hash === null ? null : parse(hash)
  let isRight = false
  for (const cost of [COST, COST_OF_RANDOM]) {
    const isKept = kept !== null && kept.cost.memory === cost.memory && kept.cost.passes === cost.passes
    const tag = await tagOf(password, isKept ? kept.salt : NO_SALT, cost)
    if (isKept && timingSafeEqual(tag, kept.tag)) isRight = true
  }
  return isRight
}

const NO_SALT = Buffer.alloc(16)

function parse(hash: string): { readonly cost: Cost; readonly salt: Buffer; readonly tag: Buffer } | null {
  const [, memory, passes, parallelism, salt, tag] =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash) ?? []
  if (salt === undefined || tag === undefined) return null
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  return { cost, salt: Buffer.from(salt, 'base64'), tag: Buffer.from(tag, 'base64') }
}

/** Each takes a thread, which reading files needs too, and its memory: so many at once, the rest wait their turn. */
const AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []

async function tagOf(password: string, nonce: Buffer, cost: Cost): Promise<Buffer> {
  if (running < AT_ONCE) running += 1
  else await new Promise<void>((resolve) => void waiting.push(resolve))
  try {
    // Composed and decomposed writings of a character are one password.
    const message = Buffer.from(password.normalize('NFC'))
    return await derive('argon2id', { message, nonce, tagLength: TAG_LENGTH, ...cost })
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
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

/** A password in two halves, each too long to be guessed, for two to hand over: neither of them knows it. */
export interface HalvedPassword {
  readonly firstHalf: string
  readonly secondHalf: string
  readonly hash: string
}

export async function newHalvedPassword(): Promise<HalvedPassword> {
  const [firstHalf, secondHalf] = [initialPassword(), initialPassword()]
  return { firstHalf, secondHalf, hash: await hashInitialPassword(firstHalf + secondHalf) }
}

export async function newInitialPassword(): Promise<InitialPassword> {
  const password = initialPassword()
  return { password, hash: await hashInitialPassword(password) }
}
