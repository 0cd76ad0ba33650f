import { createTransport } from 'nodemailer'
import { isPlainHttp, PLAIN_HTTP_TODO, plainHttpWords } from '../platform/http/plain-http.ts'
import { readTls } from '../platform/http/tls.ts'
import { transportOf } from '../platform/notifications/index.ts'
import { type Answer, type Check, type Examined, notLookedAt, unwell, well } from './check.ts'

/** A certificate that ends sooner than this is told. */
const SOON = 30 * 86_400_000
/** A network larger than this is no network of proxies: bits that are fixed. */
const WIDEST = 8

/** Questions about the settings. */
export const settingChecks: readonly Check[] = [
  {
    id: 'passphrase',
    question: '备份的口令设了吗',
    severity: 'warns',
    how: ({ config }) => (config.passphrase === undefined ? unwell('没有设，备份不加密') : well('设了')),
    todo: '请设环境变量 DUIZHAO_PASSPHRASE（至少 8 个字符），并把口令记在别处：忘了就恢复不了。',
  },
  {
    id: 'http-refused',
    question: '设置允许这样提供服务吗',
    severity: 'stops',
    how: ({ config }) =>
      config.refusesHttp && isPlainHttp(config)
        ? unwell(`要在 ${config.host} 上以 http 提供服务，而 DUIZHAO_REFUSE_HTTP 不许`)
        : well('允许'),
    todo: PLAIN_HTTP_TODO,
  },
  {
    id: 'http',
    question: '网络上传的内容加密吗',
    severity: 'warns',
    how: ({ config }) => {
      if (isPlainHttp(config)) return unwell(plainHttpWords(config))
      return well(config.isHttps ? '经 https' : '只供本机')
    },
    todo: PLAIN_HTTP_TODO,
  },
  {
    id: 'certificate',
    question: '证书能用吗',
    severity: 'stops',
    how: certificate(0),
    todo: '请换一份有效的证书（PEM，含中间证书）和它的私钥。',
  },
  {
    id: 'certificate-ahead',
    question: '证书快到期了吗',
    severity: 'warns',
    how: certificate(SOON),
    todo: '请在到期前换上新的证书；换了文件自动生效，不必重启。',
  },
  {
    id: 'proxy',
    question: '相信哪些代理，写对了吗',
    severity: 'warns',
    how: proxies,
    todo: '请在 DUIZHAO_TRUST_PROXY 里只写代理自己的地址，如 127.0.0.1：写漏了，人人都像从代理来，限制次数会一起受限；写宽了，谁都可以冒充别的地址。',
  },
  {
    id: 'mail',
    question: '邮件发得出去吗',
    severity: 'warns',
    how: mail,
    todo: '请核对 DUIZHAO_SMTP 的地址、用户和口令；邮件服务器不会 TLS 又在隔离的网络里的，可设 DUIZHAO_SMTP_TLS=false；用单位自己的证书的，用 NODE_EXTRA_CA_CERTS 指明根证书。',
  },
]

function certificate(ahead: number): Check['how'] {
  return ({ config, now }) => {
    if (config.tls === undefined) return notLookedAt('没有用自己的证书')
    try {
      const { endsAt } = readTls(config.tls)
      const words = `${endsAt.toISOString().slice(0, 10)} 到期`
      return endsAt.getTime() > now.getTime() + ahead ? well(words) : unwell(words)
    } catch (error) {
      return unwell(error instanceof Error ? error.message : String(error))
    }
  }
}

function proxies({ config }: Examined): Answer {
  const wide = config.proxies.filter((proxy) => Number(proxy.split('/')[1] ?? Infinity) < WIDEST)
  if (wide.length > 0) return unwell(`${wide.join('、')} 太宽`)
  if (config.isHttps && config.tls === undefined && config.proxies.length === 0)
    return unwell('前面有 https 代理，却没有写它的地址')
  return well(config.proxies.length === 0 ? '前面没有代理' : config.proxies.join('、'))
}

async function mail({ config }: Examined): Promise<Answer> {
  if (config.smtpUrl === undefined) return notLookedAt('没有设 DUIZHAO_SMTP，只在系统里提醒')
  const transport = createTransport({ ...transportOf(config), connectionTimeout: 5_000, greetingTimeout: 5_000 })
  try {
    await transport.verify()
    return well(config.isMailTlsRequired ? '连得上，经 TLS' : '连得上，允许不经 TLS')
  } catch (error) {
    return unwell(`邮件服务器不行：${error instanceof Error ? error.message : String(error)}`)
  } finally {
    transport.close()
  }
}
