import { createProgram } from '@duizhao/cli'

type Command = ReturnType<typeof createProgram>

/** docs/commands.md: the help of every command, as the command line prints it. */
export function commandsPage(): string {
  const program = createProgram(process, () => undefined)
  const chapters = withCommands('duizhao', program).map(([name, command]) => {
    let help = ''
    command.configureOutput({
      writeOut: (words) => (help += words),
      getOutHelpWidth: () => 100,
      getOutHasColors: () => false,
    })
    command.outputHelp()
    return `## ${name}\n\n\`\`\`text\n${help.trimEnd()}\n\`\`\`\n`
  })
  return ['# 命令', '', '由 `npm run docs` 生成，与 `duizhao <命令> --help` 的内容相同。', '', ...chapters].join('\n')
}

/** A command and those below it, with their full names. */
function withCommands(name: string, command: Command): [name: string, command: Command][] {
  return [[name, command], ...command.commands.flatMap((below) => withCommands(`${name} ${below.name()}`, below))]
}
