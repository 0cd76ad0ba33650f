import { Secret, TOTP } from 'otpauth'

/** The only kind every authenticator reads (RFC 6238, with the defaults of its registered address). */
const KIND = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** A clock may be half a minute slow or fast. */
const DRIFT = 1
/** As long as the digest (RFC 4226, section 4). */
const SECRET_BYTES = 20

/** A new secret to be shared with a device. */
export function newSecret(): Buffer {
  return Buffer.from(new Secret({ size: SECRET_BYTES }).buffer)
}

/** The half-minute since 1970 whose code this is, if that is the present one or next to it; null for any other code. */
export function stepOf(secret: Uint8Array, code: string, now: Date): number | null {
  const timestamp = now.getTime()
  const drift = totpOf(secret).validate({ token: code, timestamp, window: DRIFT })
  return drift === null ? null : TOTP.counter({ period: KIND.period, timestamp }) + drift
}

/** The secret as it is shown to its owner: in Base32, and as the address a device reads from a QR code. */
export function shownSecret(
  secret: Uint8Array,
  { login, issuer }: { readonly login: string; readonly issuer: string },
) {
  const totp = totpOf(secret, { label: login, issuer })
  return { secret: totp.secret.base32, address: totp.toString() }
}

function totpOf(secret: Uint8Array, names: { readonly label?: string; readonly issuer?: string } = {}): TOTP {
  return new TOTP({ ...KIND, ...names, secret: new Secret({ buffer: new Uint8Array(secret).buffer }) })
}
