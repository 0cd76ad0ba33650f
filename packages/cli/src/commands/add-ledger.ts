import { Argument, type Command, Option } from 'commander'
import { diffCommand, fillCommand, lintCommand, type LedgerOptions, mergeCommand } from './ledger.ts'
import type { SetExitCode, Terminal } from '../terminal/terminal.ts'

const EXAMPLES = `例子：
  duizhao ledger lint 整改台账.xlsx
  duizhao ledger diff 上月.xlsx 本月.xlsx
  duizhao ledger merge 下发.xlsx 交回的台账文件夹 --out 结果
  duizhao ledger fill 上级表样.xlsx 本单位台账.xlsx --out 结果

merge 和 fill 另写一份工作簿：只改动要改的单元格，格式、列宽、打印设置、公式、隐藏列都照原样。原文件从不改动。
退出码：0 没有要看的，1 有要看或要决定的，2 有文件未能读取或写出。
`

/** Adds `duizhao ledger` with its four tools. */
export function addLedger(program: Command, terminal: Terminal, setExitCode: SetExitCode): void {
  const ledger = program
    .command('ledger')
    .helpCommand(false)
    .description('整改台账（Excel）：检查、比较、汇总、填表')
    .addHelpText('after', `\n${EXAMPLES}`)
  withOptions(ledger.command('lint').description('检查台账：缺责任人、时限、佐证，进展雷同，集中销号，日期矛盾等'))
    .addArgument(new Argument('<paths...>', '台账或文件夹'))
    .action(async (paths: string[], options: LedgerOptions) => setExitCode(await lintCommand(paths, options, terminal)))
  withOptions(ledger.command('diff').description('比较两份台账：改了哪些格，多了、少了、移动了哪些行'))
    .argument('<old>', '旧的一份')
    .argument('<new>', '新的一份')
    .action(async (old: string, latest: string, options: LedgerOptions) =>
      setExitCode(await diffCommand(old, latest, options, terminal)),
    )
  withOptions(ledger.command('merge').description('把交回的多份台账汇总到下发的那份里，冲突并列出来'))
    .argument('<base>', '下发的那份')
    .addArgument(new Argument('<copies...>', '交回的各份，或它们所在的文件夹'))
    .action(async (base: string, copies: string[], options: LedgerOptions) =>
      setExitCode(await mergeCommand(base, copies, options, terminal)),
    )
  withOptions(ledger.command('fill').description('用本单位的台账填上级的表样'))
    .argument('<form>', '表样')
    .argument('<data>', '本单位的台账')
    .action(async (form: string, data: string, options: LedgerOptions) =>
      setExitCode(await fillCommand(form, data, options, terminal)),
    )
}

function withOptions(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', '结果的样式').choices(['text', 'json', 'html', 'xlsx']).default('text'))
    .option('--out <dir>', '结果写到这个文件夹，不写则写到当前文件夹')
}
