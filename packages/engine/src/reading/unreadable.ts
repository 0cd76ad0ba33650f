import type { Unreadable, UnreadableReason } from './source-document.ts'

/** What happened and what to do, for each reason; a reader may say it more exactly. */
const SENTENCES: Readonly<Record<UnreadableReason, readonly [message: string, todo: string]>> = {
  empty: ['是空文件', '请确认文件已保存完整，重新发送或导出'],
  too_large: ['超过 100 MB，没有读取', '请删去其中的图片或拆分后再试'],
  encrypted: ['设有密码，无法读取', '请在 Word 或 WPS 中取消密码后另存一份'],
  scanned: ['是扫描件，里面没有文字', '请提供文字版，或先用文字识别软件转换并校对'],
  damaged: ['已损坏或不完整，无法读取', '请在 Word 或 WPS 中打开并另存，打不开时请对方重新发送'],
  bomb: ['展开后异常巨大，为安全起见没有读取', '请向提供者核实文件来源，在 Word 或 WPS 中另存后再试'],
  unsupported: ['不是能读取的格式', '请另存为 .docx、.pdf（文字版）、.txt 或 .xlsx'],
}

/** A refusal to read a file, in the words of its reason or in the reader's own. */
export function unreadable(name: string, reason: UnreadableReason, what?: string, todo?: string): Unreadable {
  const [message, remedy] = SENTENCES[reason]
  return { name, reason, message: `“${name}”${what ?? message}。`, todo: `${todo ?? remedy}。` }
}

/** Words to follow Chinese: with a space in front if they begin with a letter or digit. */
export function afterChinese(words: string): string {
  return /^[\w]/.test(words) ? ` ${words}` : words
}
