import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { createServer, type Server } from 'node:https'
import { ConfigFailure, type TlsFiles } from '../config.ts'

/** A certificate with its key, in PEM. */
export interface TlsIdentity {
  readonly cert: string
  readonly key: string
  readonly endsAt: Date
}

/** How soon changed files are seen, in milliseconds. */
const PAUSE = 5_000

/** Reads the files. Throws `ConfigFailure` with a sentence if they cannot be read or do not belong together. */
export function readTls({ certificate, key }: TlsFiles): TlsIdentity {
  const identity = { cert: readPem('DUIZHAO_TLS_CERT', certificate), key: readPem('DUIZHAO_TLS_KEY', key) }
  const first = parsed('DUIZHAO_TLS_CERT', certificate, () => new X509Certificate(identity.cert))
  const secret = parsed('DUIZHAO_TLS_KEY', key, () => createPrivateKey(identity.key))
  if (!first.checkPrivateKey(secret))
    throw new ConfigFailure(`DUIZHAO_TLS_KEY：${key} 不是证书 ${certificate} 的私钥。请写明一对。`)
  return { ...identity, endsAt: new Date(first.validTo) }
}

function readPem(setting: string, path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new ConfigFailure(`${setting}：读不了 ${path}。请核对路径，并让运行服务的账号可以读它。`)
  }
}

function parsed<T>(setting: string, path: string, parse: () => T): T {
  try {
    return parse()
  } catch {
    throw new ConfigFailure(`${setting}：${path} 不是没有口令的 PEM 文件。`)
  }
}

/**
 * An https server that takes up a new certificate when the files change; as long as they cannot be used it keeps the one
 * it has, and `tell` is given a sentence, once.
 */
export function tlsServer(files: TlsFiles, listener: RequestListener, tell: (words: string) => void): Server {
  let current = readTls(files)
  let lastSaid = ''
  const server = createServer({ ...current, minVersion: 'TLSv1.2' }, listener)
  const timer = setInterval(() => {
    try {
      const next = readTls(files)
      lastSaid = ''
      if (next.cert === current.cert && next.key === current.key) return
      server.setSecureContext({ ...next, minVersion: 'TLSv1.2' })
      current = next
      tell('证书换了，已经用上新的。')
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error)
      if (words !== lastSaid) tell(`新的证书用不了，仍用原来的：${words}`)
      lastSaid = words
    }
  }, PAUSE)
  server.once('close', () => clearInterval(timer))
  timer.unref()
  return server
}
