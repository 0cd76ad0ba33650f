const FRAMES: readonly RegExp[] = [
  /^关于/,
  /(?:的)?(?:问题|情况)?(?:的)?整改(?:落实)?(?:情况)?$/,
  /(?:的|等|方面)?(?:的)?问题$/,
  /^(?:针对|对)/,
]
const LONGEST = 60

/** What a problem is called: its first clause, without the frame 关于“……”的问题 and without brackets behind it. */
export function nameOf(words: string): string {
  const line = words.trim().split(/[。\n]/)[0] ?? ''
  let name = line
    .replace(/[（(][^（()）]{0,200}[）)]?$/, '')
    .replace(/[：:]\s*$/, '')
    .trim()
  for (const frame of FRAMES) name = name.replace(frame, '').trim()
  name = name.replace(/^[“"‘「『](.{4,})[”"’」』]$/, '$1').replace(/[，,、；;。]+$/, '')
  for (const frame of FRAMES) name = name.replace(frame, '').trim()
  return name.slice(0, LONGEST)
}
