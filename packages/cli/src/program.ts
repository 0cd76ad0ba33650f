import { Argument, Command, InvalidArgumentError, Option } from 'commander'
import type { CommanderError } from 'commander'
import { addLedger } from './commands/add-ledger.ts'
import { addService } from './commands/add-service.ts'
import { checkCommand } from './commands/check.ts'
import { compareCommand } from './commands/compare.ts'
import { readCommand } from './commands/read.ts'
import { reconcileCommand } from './commands/reconcile.ts'
import { reviewCommand } from './commands/review.ts'
import { rulesCommand } from './commands/rules.ts'
import { suppressCommand } from './commands/suppress.ts'
import { CONFIG_FILE } from './config/config.ts'
import type { SetExitCode, Terminal } from './terminal/terminal.ts'
import manifest from '../package.json' with { type: 'json' }

const HEADINGS: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
}

const EXIT_CODES = `退出码：
  0  没有达到 --fail-on 的意见
  1  有达到 --fail-on 的意见
  2  命令写错了，或有文件未能读取`

const REVIEW_EXAMPLES = `例子：
  duizhao review 材料文件夹
  duizhao review 班子.docx 张三.docx --template 2025-democratic-life --unit 临江市水务局
  duizhao review 材料 --format html --out 结果
  duizhao review 材料 --format xlsx --annotate --out 结果
  duizhao review 材料 --corpus 往年材料库 --format json > 结果.json

不加 --out 时，text 和 json 输出到屏幕，html 和 xlsx 写到当前文件夹；加了 --out，除 text 外都写到那个文件夹。
文件夹会连同下级文件夹一起读，跳过隐藏文件和 Word 的临时文件（~$）。原文件从不改动。
`

/** The whole command line. `setExitCode` receives what the chosen command ends with. */
export function createProgram(terminal: Terminal, setExitCode: SetExitCode): Command {
  const program = new Command('duizhao')
  // What is set before the commands are added, they inherit.
  program
    .configureHelp({
      styleTitle: (title) => HEADINGS[title] ?? title,
      styleUsage: (usage) => usage.replace('[options]', '[选项]').replace('[command]', '<命令>'),
      subcommandTerm: (command) =>
        [
          command.name(),
          ...command.registeredArguments.map((argument) =>
            argument.required ? `<${argument.name()}>` : `[${argument.name()}]`,
          ),
        ].join(' '),
      optionDescription: describeOption,
    })
    .configureOutput({ writeOut: (words) => terminal.stdout.write(words), outputError: () => undefined })
    .helpOption('-h, --help', '显示帮助')
    .helpCommand(false)
    .exitOverride()
    .description('对照：读取、审核、比对民主生活会和组织生活会的对照检查材料')
    .version(manifest.version, '-V, --version', '显示版本')
    .addHelpText('after', `\n每个命令的用法见 duizhao <命令> --help。\n\n${EXIT_CODES}`)
  addReview(program, terminal, setExitCode)
  addCompare(program, terminal, setExitCode)
  addCheck(program, terminal, setExitCode)
  addReconcile(program, terminal, setExitCode)
  addLedger(program, terminal, setExitCode)
  program
    .command('rules')
    .description('列出审核规则，或说明一条规则')
    .argument('[id]', '规则编号，如 wording/doubled-words')
    .action((id: string | undefined) => setExitCode(rulesCommand(id, terminal)))
  program
    .command('read')
    .description('原样输出引擎读到的文字；各种结果里的位置都是这段文字里的位置')
    .argument('<file>', '文件')
    .action(async (file: string) => setExitCode(await readCommand(file, terminal)))
  addSuppress(program, terminal, setExitCode)
  addService(program, terminal, setExitCode)
  return program
}

function describeOption({ description, argChoices, defaultValue }: Option): string {
  if (argChoices === undefined) return description
  return `${description}：${argChoices.map((choice) => (choice === defaultValue ? `${choice}（不写就是它）` : choice)).join('、')}`
}

function addReview(program: Command, terminal: Terminal, setExitCode: SetExitCode): void {
  program
    .command('review')
    .description('审核材料：读出问题、原因、措施，指出错漏，比对雷同')
    .addArgument(new Argument('<paths...>', '文件或文件夹'))
    .option('--template <id>', '按哪个会议模板审核，或按本单位通知的 .json 文件；不写则按材料自己的年度和会议选择')
    .option('--unit <name>', '本单位的名称或简称，可以写几次', (name: string, before: string[] | undefined) => [
      ...(before ?? []),
      name,
    ])
    .option('--corpus <dir>', '材料库文件夹：与以前审核过的材料比对，并把这次的材料加进去')
    .addOption(new Option('--format <format>', '结果的样式').choices(['text', 'json', 'html', 'xlsx']).default('text'))
    .option('--annotate', '把意见作为批注写进 Word 文档的副本')
    .option('--out <dir>', '结果写到这个文件夹')
    .addOption(
      new Option('--fail-on <severity>', '有这样轻重的意见时退出码为 1')
        .choices(['error', 'warning', 'never'])
        .default('error'),
    )
    .option('--jobs <n>', '同时审核几份材料，不写则按处理器数量', parseJobs)
    .option('--config <file>', `配置文件，不写则用当前文件夹的 ${CONFIG_FILE}`)
    .addHelpText('after', `\n${REVIEW_EXAMPLES}\n${EXIT_CODES}`)
    .action(async (paths: string[], options: Parameters<typeof reviewCommand>[1]) =>
      setExitCode(await reviewCommand(paths, options, terminal)),
    )
}

function addCompare(program: Command, terminal: Terminal, setExitCode: SetExitCode): void {
  program
    .command('compare')
    .description('只比对雷同，不审核')
    .addArgument(new Argument('<paths...>', '文件或文件夹'))
    .addOption(new Option('--format <format>', '结果的样式').choices(['text', 'json']).default('text'))
    .option('--jobs <n>', '同时读几份材料，不写则按处理器数量', parseJobs)
    .addHelpText(
      'after',
      '\n例子：\n  duizhao compare 张三.docx 李四.docx\n  duizhao compare 今年 去年\n\n有雷同时退出码为 1，没有为 0，有文件未能读取为 2。',
    )
    .action(async (paths: string[], options: Parameters<typeof compareCommand>[1]) =>
      setExitCode(await compareCommand(paths, options, terminal)),
    )
}

function addCheck(program: Command, terminal: Terminal, setExitCode: SetExitCode): void {
  program
    .command('check')
    .description('检查一次会议的材料：齐不齐、先后对不对、数目和姓名对不对得上')
    .addArgument(new Argument('<paths...>', '会议材料的文件夹，可以有几个单位的'))
    .addOption(new Option('--format <format>', '结果的样式').choices(['text', 'json', 'html', 'xlsx']).default('text'))
    .option('--out <dir>', '结果写到这个文件夹，不写则写到当前文件夹')
    .addOption(
      new Option('--fail-on <severity>', '有这样轻重的意见时退出码为 1')
        .choices(['error', 'warning', 'never'])
        .default('error'),
    )
    .addHelpText(
      'after',
      '\n例子：\n  duizhao check 2025年度民主生活会\n  duizhao check 各支部组织生活会 --format html --out 结果\n\n材料按内容认，不看文件名。规则见 docs/check-rules.md。',
    )
    .action(async (paths: string[], options: Parameters<typeof checkCommand>[1]) =>
      setExitCode(await checkCommand(paths, options, terminal)),
    )
}

function addReconcile(program: Command, terminal: Terminal, setExitCode: SetExitCode): void {
  program
    .command('reconcile')
    .description('逐项核对：反馈意见、整改方案、整改台账、进展报告、公开通报之间缺了什么、多了什么、哪里不一致')
    .addArgument(new Argument('<paths...>', '两份以上的文件，或它们所在的文件夹'))
    .addOption(new Option('--format <format>', '结果的样式').choices(['text', 'json', 'html', 'xlsx']).default('text'))
    .option('--out <dir>', '结果写到这个文件夹，不写则写到当前文件夹')
    .addHelpText(
      'after',
      '\n例子：\n  duizhao reconcile 反馈意见.docx 整改方案.docx 整改台账.xlsx\n  duizhao reconcile 巡察整改文件夹 --format html --out 结果\n\n引号、空格、全角数字、日期写法、备注不同不算不一致。有对不上的地方时退出码为 1，没有为 0，有文件未能读取为 2。规则见 docs/reconcile-rules.md。',
    )
    .action(async (paths: string[], options: Parameters<typeof reconcileCommand>[1]) =>
      setExitCode(await reconcileCommand(paths, options, terminal)),
    )
}

function addSuppress(program: Command, terminal: Terminal, setExitCode: SetExitCode): void {
  program
    .command('suppress')
    .description(`把一处意见记为“不采纳”，写进 ${CONFIG_FILE}`)
    .argument('<place>', '意见的位置，照抄审核结果里的“文件:行:列”')
    .argument('<rule>', '规则编号，如 wording/doubled-words')
    .requiredOption('--reason <words>', '不采纳的理由')
    .option('--config <file>', `配置文件，不写则用当前文件夹的 ${CONFIG_FILE}`)
    .addHelpText(
      'after',
      '\n例子：\n  duizhao suppress 材料/班子.docx:12:5 wording/doubled-words --reason "引用原话"\n\n材料改动后，只要文件名、规则和所指文字不变，仍按不采纳处理，并在各种结果中注明。',
    )
    .action(async (place: string, rule: string, options: Parameters<typeof suppressCommand>[2]) =>
      setExitCode(await suppressCommand(place, rule, options, terminal)),
    )
}

function parseJobs(value: string): number {
  const jobs = Number(value)
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 64) throw new InvalidArgumentError('应当是 1 到 64 的整数')
  return jobs
}

/** What commander's complaint means, in Chinese; null if it only showed the help or the version. */
export function explainUsage({ code, message }: CommanderError): string | null {
  const [, first = '', second = ''] = /'([^']*)'(?:[^']*'([^']*)')?/.exec(message) ?? []
  const hint = /\(Did you mean (.+?)\?\)/.exec(message)?.[1]
  const sentences: Readonly<Record<string, string>> = {
    'commander.unknownOption': `不认识的选项 ${first}${hint === undefined ? '' : `，是不是 ${hint}`}。`,
    'commander.unknownCommand': `不认识的命令 ${first}${hint === undefined ? '' : `，是不是 ${hint}`}。`,
    'commander.missingArgument': `缺少参数 <${first}>。`,
    'commander.optionMissingArgument': `选项 ${first} 后面要有值。`,
    'commander.missingMandatoryOptionValue': `缺少选项 ${first}。`,
    'commander.excessArguments': '参数太多。',
    'commander.invalidArgument': `选项 ${first} 的值“${second}”不对${allowed(message)}。`,
  }
  if (code === 'commander.helpDisplayed' || code === 'commander.version') return null
  if (code === 'commander.help') return '请写明命令。'
  return sentences[code] ?? message
}

function allowed(message: string): string {
  const choices = /Allowed choices are ([^.]+)\./.exec(message)?.[1]
  if (choices !== undefined) return `，可以是 ${choices.replaceAll(', ', '、')}`
  const own = /[\u4e00-\u9fff].*$/.exec(message)?.[0]
  return own === undefined ? '' : `，${own}`
}
