import { type HelpTask, HelpTasks } from '../../platform/elements/help-tasks.tsx'

export const recordTasks: readonly HelpTask[] = [
  {
    name: '记一笔履职',
    path: '/records',
    steps: [
      '打开“履职记录”，点“记一笔”，选种类、日期。',
      '只记没有到的人，应到的由任职推出。',
      '有写好的 Word 记录的，直接选文件，读出来以后对照原文确认。',
    ],
    picture: new URL('./help/record.webp', import.meta.url).href,
    shows: '履职记录的页',
  },
]

/** How what was done is recorded. */
export function HelpPart() {
  return <HelpTasks tasks={recordTasks} />
}
