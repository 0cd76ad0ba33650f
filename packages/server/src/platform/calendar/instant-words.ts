const long = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' })

/** An instant as a reader in China says it: 2026年11月28日 08:10. */
export function instantInWords(at: Date): string {
  return long.format(at)
}
