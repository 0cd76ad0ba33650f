import { BlockList, isIP } from 'node:net'
import type { ServerConfig } from '../config.ts'

/** Addresses at which only this machine is reached (RFC 1122, 3.2.1.3; RFC 4291, 2.5.3). */
const own = new BlockList()
own.addSubnet('127.0.0.0', 8, 'ipv4')
own.addAddress('::1', 'ipv6')

/** What to do about http that other machines reach. */
export const PLAIN_HTTP_TODO =
  '请用 DUIZHAO_TLS_CERT、DUIZHAO_TLS_KEY 写明证书，由本系统提供 https；或在前面放一个 https 代理，只监听 127.0.0.1，并设 DUIZHAO_HTTPS=true。'

/** True if other machines reach the service by http: passwords and problems go over the network as they are typed. */
export function isPlainHttp({ host, isHttps }: Pick<ServerConfig, 'host' | 'isHttps'>): boolean {
  if (isHttps || host === 'localhost') return false
  const family = isIP(host)
  return family === 0 || !own.check(host, family === 4 ? 'ipv4' : 'ipv6')
}

/** What it means that the service is reached by http at this address. */
export function plainHttpWords({ host }: Pick<ServerConfig, 'host'>): string {
  return `正在 ${host} 上以 http 对其他电脑提供服务，口令和内容在网络上不加密，同一网络里的人看得到、改得了。`
}
