import { settingsOfEnvironment, settingsOfServer } from '@duizhao/server'

/** docs/settings.md: what the server reads from its environment or its configuration file, and what only from the environment. */
export function settingsPage(): string {
  return [
    '# 设置',
    '',
    '由 `npm run docs` 从 `packages/server/src/platform/config.ts` 生成。',
    '',
    '写在环境变量里，或写进一个 JSON 文件，用 `DUIZHAO_CONFIG` 指明它；两处都写了，以环境变量为准。写错的设置启动时就会指出来。',
    '单位名称、口令期限、邮件的发件人等使用中改的设置，不在这里，由系统管理员在网页上改。',
    '',
    ...table(settingsOfServer),
    '',
    '只写在环境变量里的：',
    '',
    ...table(settingsOfEnvironment),
    '',
  ].join('\n')
}

function table(settings: typeof settingsOfServer | typeof settingsOfEnvironment): string[] {
  const rows = Object.entries(settings).map(([name, schema]) => {
    const { data: usual } = schema.safeParse(undefined)
    return `| \`${name}\` | ${schema.description ?? ''} | ${usual === undefined ? '' : `\`${String(usual)}\``} |`
  })
  return ['| 名称 | 意思 | 不写则 |', '| --- | --- | --- |', ...rows]
}
