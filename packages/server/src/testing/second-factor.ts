import { createHmac } from 'node:crypto'
import { call, endpoints, type SessionDetail } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { type Caller, carrierOf, signInAs } from './client.ts'
import { PASSWORD } from './office.ts'

const STEP = 30_000

/** What a device shows at a time, worked out from the specification (RFC 4226, section 5) without the library. */
export function codeOf(secret: string, at = Date.now()): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / STEP)))
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const number = digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7f_ff_ff_ff
  return String(number % 1_000_000).padStart(6, '0')
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((symbol) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(symbol).toString(2).padStart(5, '0'),
  )
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

export interface Device {
  readonly secret: string
  readonly recoveryCodes: readonly string[]
}

/** What it shows next: taken already, and not used yet by who set the device up just now. */
export function nextCodeOf(secret: string): string {
  return codeOf(secret, Date.now() + STEP)
}

/** Sets a second step up for who is signed in. */
export async function setUpDevice(caller: Caller): Promise<Device> {
  const { secret } = await caller.call(endpoints.beginSecondFactor, { body: { password: PASSWORD } })
  const { recoveryCodes } = await caller.call(endpoints.turnOnSecondFactor, { body: { code: codeOf(secret) } })
  return { secret, recoveryCodes }
}

/** The same for who is not signed in. */
export async function setUpDeviceOf(app: FastifyInstance, login: string): Promise<Device> {
  return setUpDevice(await signInAs(app, login, PASSWORD))
}

interface Credentials {
  readonly login: string
  readonly password?: string
  readonly code?: string
}

let addresses = 0

/** Signs in with what is given, each time from another address. */
export async function enter(
  app: FastifyInstance,
  { login, password = PASSWORD, code }: Credentials,
): Promise<Caller & { readonly session: SessionDetail }> {
  addresses += 1
  const carrier = carrierOf(app, `10.3.${addresses >> 8}.${addresses & 255}`)
  const session = await call(carrier, endpoints.signIn, { body: { login, password, code } })
  return { session, call: (endpoint, given) => call(carrier, endpoint, given, session.csrfToken) }
}
