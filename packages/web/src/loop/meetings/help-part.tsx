import { type HelpTask, HelpTasks } from '../../platform/elements/help-tasks.tsx'

export const meetingTasks: readonly HelpTask[] = [
  {
    name: '开会前核对清单',
    path: '/meetings',
    steps: [
      '打开“会议”，点这次会。',
      '清单上每一步写着办到哪里、缺什么、依据哪条。',
      '缺的从这一步直接办；不办的写明理由，理由会印出来。',
    ],
    picture: new URL('./help/meeting.webp', import.meta.url).href,
    shows: '一次会议的清单：各环节办到哪里',
  },
]

/** How one sees what a meeting still lacks. */
export function HelpPart() {
  return <HelpTasks tasks={meetingTasks} />
}
