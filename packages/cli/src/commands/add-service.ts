import { administratorRoles } from '@duizhao/contract'
import { type Command, InvalidArgumentError, Option } from 'commander'
import {
  anchorCommand,
  auditCommand,
  type AuditOptions,
  backupCommand,
  type BackupOptions,
  filesCommand,
  type KeepOptions,
  rescueCommand,
  type RescueOptions,
  restoreCommand,
} from './keep.ts'
import { doctorCommand } from './doctor.ts'
import { serveCommand, type ServeOptions } from './serve.ts'
import type { SetExitCode, Terminal } from '../terminal/terminal.ts'

const SETTINGS = `
设置写在环境变量里，或写在 DUIZHAO_CONFIG 指明的 JSON 文件里，见 docs/operations.md。`

/** Adds the commands of the service: serve, doctor, backup, restore, rescue, audit verify and anchor, files verify. */
export function addService(program: Command, terminal: Terminal, setExitCode: SetExitCode): void {
  addRunning(program, terminal, setExitCode)
  addKeeping(program, terminal, setExitCode)
  addVerifying(program, terminal, setExitCode)
}

function addRunning(program: Command, terminal: Terminal, setExitCode: SetExitCode): void {
  program
    .command('serve')
    .description('启动服务：内置 PostgreSQL，或 DATABASE_URL 指明的')
    .option('--data <dir>', '数据目录，不写则用 DUIZHAO_DATA，再不写则是当前文件夹的 data')
    .option('--port <n>', '端口，不写则用 DUIZHAO_PORT，再不写则是 8300', parsePort)
    .option('--open', '启动后打开浏览器')
    .option('--with-sample-city', '第一次启动时装入虚构的临江市，供试用')
    .addHelpText('after', SETTINGS)
    .action(async (options: ServeOptions) => setExitCode(await serveCommand(options, terminal)))
  program
    .command('doctor')
    .description('检查服务要的东西是否都好：数据目录、端口、数据库、时钟、备份、https、邮件，说出该怎么办')
    .option('--data <dir>', '数据目录')
    .option('--port <n>', '端口', parsePort)
    .addHelpText('after', SETTINGS)
    .action(async (options: ServeOptions) => setExitCode(await doctorCommand(options, terminal)))
}

function addKeeping(program: Command, terminal: Terminal, setExitCode: SetExitCode): void {
  program
    .command('backup')
    .description('备份全部数据和文件到一个文件，服务开着也可以')
    .argument('<file>', '备份文件')
    .option('--data <dir>', '数据目录')
    .option('--encrypt', '一定要加密：没有 DUIZHAO_PASSPHRASE 就不备份')
    .option('--plain', '有 DUIZHAO_PASSPHRASE 也不加密，只签名')
    .option('--verify', '不备份，把已有的备份文件从头到尾核对一遍')
    .option('--key <fingerprint>', '核对时：必须是这把密钥签的')
    .addHelpText('after', SETTINGS)
    .action(async (file: string, options: BackupOptions) => setExitCode(await backupCommand(file, options, terminal)))
  program
    .command('restore')
    .description('把备份恢复到空的数据库和数据目录，逐行逐文件核对')
    .argument('<file>', '备份文件')
    .option('--data <dir>', '数据目录')
    .option('--key <fingerprint>', '必须是这把密钥签的')
    .addHelpText('after', SETTINGS)
    .action(async (file: string, options: BackupOptions) => setExitCode(await restoreCommand(file, options, terminal)))
  program
    .command('rescue')
    .description('管理员都登不进来的时候：给一位管理员新的初始口令（并解除两步验证），或新建一位')
    .argument('<login>', '管理员的账号')
    .addOption(new Option('--as <role>', '没有这个账号时，新建哪一种管理员').choices(administratorRoles))
    .option('--data <dir>', '数据目录')
    .addHelpText('after', SETTINGS)
    .action(async (login: string, options: RescueOptions) => setExitCode(await rescueCommand(login, options, terminal)))
}

function addVerifying(program: Command, terminal: Terminal, setExitCode: SetExitCode): void {
  const audit = program.command('audit').helpCommand(false).description('审计日志')
  audit
    .command('verify')
    .description('核验审计日志：首尾相接，与数据库以外的锚点相符')
    .option('--data <dir>', '数据目录')
    .option('--code <code>', '抄下的链尾码，一并核对')
    .option('--key <fingerprint...>', '锚点也可以是这些密钥签的，如换机器以前的')
    .addHelpText('after', SETTINGS)
    .action(async (options: AuditOptions) => setExitCode(await auditCommand(options, terminal)))
  audit
    .command('anchor')
    .description('把链尾写进锚点文件，并打印出来，供抄下或存放在别处')
    .option('--data <dir>', '数据目录')
    .addHelpText('after', SETTINGS)
    .action(async (options: KeepOptions) => setExitCode(await anchorCommand(options, terminal)))
  const files = program.command('files').helpCommand(false).description('存着的文件')
  files
    .command('verify')
    .description('把每个文件与登记时的指纹核对，列出损坏和缺失的')
    .option('--data <dir>', '数据目录')
    .addHelpText('after', SETTINGS)
    .action(async (options: KeepOptions) => setExitCode(await filesCommand(options, terminal)))
}

function parsePort(value: string): number {
  const port = Number(value)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('应当是 0 到 65535 的整数')
  return port
}
