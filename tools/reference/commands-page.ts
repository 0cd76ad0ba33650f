import { createProgram } from '@duizhao/cli'

/** docs/commands.md: the help of every command, as the command line prints it. */
export function commandsPage(): string {
  const program = createProgram(() => undefined)
  const commands = [program, ...program.commands]
  const chapters = commands.map((command) => {
    let help = ''
    command.configureOutput({
      writeOut: (words) => (help += words),
      getOutHelpWidth: () => 100,
      getOutHasColors: () => false,
    })
    command.outputHelp()
    const name = command === program ? 'duizhao' : `duizhao ${command.name()}`
    return `## ${name}\n\n\`\`\`text\n${help.trimEnd()}\n\`\`\`\n`
  })
  return ['# 命令', '', '由 `npm run docs` 生成，与 `duizhao <命令> --help` 的内容相同。', '', ...chapters].join('\n')
}
