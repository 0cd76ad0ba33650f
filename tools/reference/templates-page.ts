import { campaigns, type MeetingTemplate, meetingTemplates, type TemplateAspect } from '@duizhao/engine'
import { meetingNames, sectionNames } from '@duizhao/engine/wording'
import { knownNames } from './known-names.ts'

/** docs/templates.md: what each campaign asks of a material. */
export function templatesPage(): string {
  return [
    '# 会议模板',
    '',
    '由 `npm run docs` 从 `packages/engine/src/standards/` 生成。审核时按材料自己的年度和会议自动选择，也可以用 `--template` 指定。',
    '',
    '单位收到的通知还不在这里时，把它写成一个 `.json` 文件，用 `--template 通知.json`（或单文件应用的设置）审核：',
    '',
    '```json',
    '{',
    '  "会议": "民主生活会",',
    '  "年度": 2026,',
    '  "主题": "通知规定的主题，原文",',
    '  "方面": ["带头固本培元、增强党性", { "名称": "带头担当作为方面", "关键词": ["担当作为"] }],',
    '  "部分": ["上次整改落实情况", "存在的问题", "原因剖析", "整改措施"],',
    '  "对照": [],',
    '  "另外要写": ["树立和践行正确政绩观"],',
    '  "要通报": ["学习教育整改整治情况"]',
    '}',
    '```',
    '',
    '会议、年度、主题必须写，其余可以不写。',
    ...meetingTemplates.flatMap(entry),
    '',
    '## 集中性学习教育',
    '',
    ...campaigns.map(
      ({ name, from, to, asks, source, known }) =>
        `- ${name}：${monthOf(from)}至${monthOf(to)}，${asks.join('、')}。依据：${source}（${knownNames[known]}）`,
    ),
    '',
  ].join('\n')
}

function monthOf(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`
}

function entry(template: MeetingTemplate): string[] {
  const { id, year, meeting, campaign, theme, aspects, requiredSections, season, source, known, aspectsKnown } =
    template
  return [
    '',
    `## ${campaign}`,
    '',
    `\`${id}\` · ${year === null ? '不分年度' : `${year} 年度`} · ${meetingNames[meeting]}${season ? ` · ${monthOf(season.from)}至${monthOf(season.to)}召开` : ''}`,
    '',
    `主题：${theme}`,
    '',
    ...(aspects.length === 0
      ? ['没有规定的方面。']
      : [
          `规定的方面${aspectsKnown ? `（${knownNames[aspectsKnown]}）` : ''}：`,
          '',
          ...aspects.map(({ title, points }, i) => `${i + 1}. ${title}${points ? `：${points.join('；')}` : ''}`),
        ]),
    '',
    `必有的部分：${requiredSections.map((role) => sectionNames[role]).join('、')}`,
    ...listed('对照', template.mirrors),
    ...listed('另外要写', template.topics),
    ...listed('要通报', template.reported),
    '',
    `依据：${source}（${knownNames[known]}）`,
  ]
}

function listed(name: string, asked: readonly TemplateAspect[] = []): string[] {
  return asked.length === 0 ? [] : ['', `${name}：${asked.map(({ title }) => title).join('；')}`]
}
