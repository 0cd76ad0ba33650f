import { createHash, randomBytes } from 'node:crypto'

const HOLDERS = [1, 2, 3] as const
const PART = 32

/** What a key file says besides its key. */
interface Named {
  readonly roundId: string
  readonly name: string
  readonly fingerprint: string
}

/**
 * A secret as three key files, any two of which give it back: it is the exclusive or of three random parts, and each file
 * lacks another one of them (replicated sharing of Ito, Saito and Nishizeki, 1987). One file alone says nothing of it.
 */
export function keyFiles(secret: Buffer, named: Named): string[] {
  const [first, second] = [randomBytes(PART), randomBytes(PART)]
  const parts = [first, second, xor(secret, xor(first, second))]
  return HOLDERS.map((holder) => {
    const own = Buffer.concat(parts.filter((_, index) => index !== holder - 1))
    return [
      `对照 征集的钥匙 第${holder}把（共3把，任意2把可以打开）`,
      `征集：${named.name}`,
      `编号：${named.roundId}`,
      `指纹：${named.fingerprint}`,
      `钥匙：${holder}.${own.toString('base64url')}.${checkOf(holder, own)}`,
      '请由三个人分别保管，收回意见时带两把来；收回以后三把都删去。',
      '',
    ].join('\r\n')
  })
}

/** Why some files do not give a key, or the key. */
type Joined = { readonly secret: Buffer } | { readonly fault: string }

/** The secret that two of the files of a round give. */
export function joinKeyFiles(files: readonly string[], roundId: string): Joined {
  const parts = new Map<number, Buffer>()
  const holders = new Set<number>()
  for (const [index, file] of files.entries()) {
    const read = readKeyFile(file)
    if (read === null) return { fault: `第 ${index + 1} 个文件不是征集的钥匙，或者不完整` }
    if (read.roundId !== roundId) return { fault: `第 ${index + 1} 个文件是另一次征集的钥匙` }
    holders.add(read.holder)
    const lacking = HOLDERS.filter((holder) => holder !== read.holder)
    lacking.forEach((holder, at) => parts.set(holder, read.own.subarray(at * PART, (at + 1) * PART)))
  }
  const [first, second, third] = [parts.get(1), parts.get(2), parts.get(3)]
  if (holders.size < 2 || !first || !second || !third) return { fault: '要两把不同的钥匙' }
  return { secret: xor(first, xor(second, third)) }
}

function readKeyFile(file: string): { readonly roundId: string; readonly holder: number; readonly own: Buffer } | null {
  const roundId = /编号：([0-9a-f-]{36})/.exec(file)?.[1]
  const [, digit = '', text = '', check] = /钥匙：([123])\.([\w-]{86})\.([\w-]{8})/.exec(file) ?? []
  const [holder, own] = [Number(digit), Buffer.from(text, 'base64url')]
  if (roundId === undefined || own.length !== 2 * PART || check !== checkOf(holder, own)) return null
  return { roundId, holder, own }
}

/** Eight characters by which a key that was copied wrongly is known. */
function checkOf(holder: number, own: Buffer): string {
  return createHash('sha256').update(`key ${holder} `).update(own).digest('base64url').slice(0, 8)
}

function xor(one: Buffer, other: Buffer): Buffer {
  return Buffer.from(one.map((byte, index) => byte ^ (other[index] ?? 0)))
}

/** What a round's public key is known by on paper: 32 hexadecimal digits in groups of four. */
export function fingerprintOf(publicKey: Buffer): string {
  const digits = createHash('sha256').update(publicKey).digest('hex').slice(0, 32)
  return digits.match(/.{4}/g)?.join(' ') ?? ''
}
