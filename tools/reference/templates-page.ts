import { type MeetingTemplate, meetingTemplates } from '@duizhao/engine'
import { meetingNames, sectionNames } from '@duizhao/engine/wording'
import { knownNames } from './known-names.ts'

/** docs/templates.md: what each campaign asks of a material. */
export function templatesPage(): string {
  return [
    '# 会议模板',
    '',
    '由 `npm run docs` 从 `packages/engine/src/standards/` 生成。审核时按材料自己的年度和会议自动选择，也可以用 `--template` 指定。',
    ...meetingTemplates.flatMap(entry),
    '',
  ].join('\n')
}

function entry({
  id,
  year,
  meeting,
  campaign,
  theme,
  aspects,
  requiredSections,
  source,
  known,
}: MeetingTemplate): string[] {
  return [
    '',
    `## ${campaign}`,
    '',
    `\`${id}\` · ${year} 年度 · ${meetingNames[meeting]}`,
    '',
    `主题：${theme}`,
    '',
    ...(aspects.length === 0
      ? ['没有规定的方面。']
      : ['规定的方面：', '', ...aspects.map(({ title }, index) => `${index + 1}. ${title}`)]),
    '',
    `必有的部分：${requiredSections.map((role) => sectionNames[role]).join('、')}`,
    '',
    `依据：${source}（${knownNames[known]}）`,
  ]
}
