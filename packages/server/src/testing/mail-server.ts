import { createServer, type Socket } from 'node:net'

/** A mail as it arrived. */
export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

export interface MailServer {
  /** As `DUIZHAO_SMTP` takes it. */
  readonly url: string
  readonly mails: readonly ReceivedMail[]
  close(): Promise<void>
}

/** A mail server (RFC 5321, as much of it as a client needs) that takes every mail, or refuses every recipient. */
export async function openMailServer({ refuses = false } = {}): Promise<MailServer> {
  const mails: ReceivedMail[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    converse(socket, refuses, (mail) => mails.push(mail))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () =>
      new Promise((closed) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => closed())
      }),
  }
}

/** One client's conversation, line by line; between DATA and a lone dot the lines are the mail. */
function converse(socket: Socket, refuses: boolean, received: (mail: ReceivedMail) => void): void {
  let [from, to, data]: [string, string[], string[] | null] = ['', [], null]
  const answer = (line: string): void => {
    if (data !== null) {
      if (line !== '.') return void data.push(line.replace(/^\./, ''))
      received({ from, to, ...parse(data) })
      data = null
      return say('250 taken')
    }
    const [, path = ''] = /<(.*)>/.exec(line) ?? []
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'MAIL') [from, to] = [path, []]
    if (verb === 'STAR') return say('502 no TLS here')
    if (verb === 'RCPT' && refuses) return say('550 no such mailbox')
    if (verb === 'RCPT') to.push(path)
    if (verb === 'DATA') data = []
    return say(verb === 'DATA' ? '354 go on' : verb === 'QUIT' ? '221 bye' : '250 fine')
  }
  const say = (line: string): void => void socket.write(`${line}\r\n`)
  let rest = ''
  socket.setEncoding('utf8').on('error', () => undefined)
  socket.on('data', (chunk) => {
    const lines = `${rest}${String(chunk)}`.split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) answer(line)
  })
  say('220 mail.test')
}

function parse(lines: readonly string[]): Pick<ReceivedMail, 'headers' | 'text'> {
  const end = lines.indexOf('')
  const unfolded = lines
    .slice(0, end)
    .join('\n')
    .replaceAll(/\n[ \t]/g, ' ')
    .split('\n')
  const headers = Object.fromEntries(
    unfolded.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), decodeWords(line.slice(colon + 1).trim())]
    }),
  )
  return { headers, text: decodeText(lines.slice(end + 1).join('\n'), headers['content-transfer-encoding'] ?? '') }
}

/** Encoded words of a header (RFC 2047); the space between two of them is none. */
function decodeWords(value: string): string {
  return value
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString()
        : decodeText(word.replaceAll('_', ' '), 'quoted-printable'),
    )
}

function decodeText(text: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString()
  if (encoding !== 'quoted-printable') return text
  const bytes = text
    .replaceAll('=\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
