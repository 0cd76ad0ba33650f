import { isSameFingerprint } from '../keys/index.ts'
import { BackupFailure } from './archive-format.ts'

/** The keys a backup may be signed with. */
export interface KnownKeys {
  /** The fingerprint of this installation's own key, if it has one. */
  readonly own: string | null
  /** The fingerprint that was asked for. */
  readonly named?: string | undefined
}

/** Who signed a backup: the key asked for, this installation, somebody who has to be compared by eye, or nobody. */
export type Signer = 'named' | 'own' | 'unknown' | 'none'

/** Who signed it. Throws `BackupFailure` if that is not who it should have been. */
export function signerOf(signedBy: string | null, { own, named }: KnownKeys): Signer {
  if (named !== undefined) {
    if (signedBy !== null && isSameFingerprint(signedBy, named)) return 'named'
    throw new BackupFailure(
      signedBy === null
        ? '这份备份没有签名（旧格式），不能用指纹核对。'
        : `这份备份的签名不是要的那把密钥的：指纹是 ${signedBy}，要的是 ${named}。它可能被改动后重新签过。`,
    )
  }
  if (signedBy === null) return 'none'
  if (own === null) return 'unknown'
  if (isSameFingerprint(signedBy, own)) return 'own'
  throw new BackupFailure(
    `这份备份不是本系统签的：指纹是 ${signedBy}，本系统的是 ${own}。它可能被改动后重新签过；确是从别的系统来的，请用 --key 写明那个系统的指纹。`,
  )
}
