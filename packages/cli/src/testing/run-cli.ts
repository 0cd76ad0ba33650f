import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { Writable } from 'node:stream'
import { run } from '../run.ts'
import type { Screen } from '../terminal/terminal.ts'

/** What the command line answered. */
export interface Answer {
  readonly code: number
  readonly out: string
  readonly err: string
}

const main = join(import.meta.dirname, '../main.ts')

/**
 * Runs `duizhao` in a folder, as from a shell whose output goes to files, but in this process: one run at a time, since
 * the folder is the process's own. The few files of a test are reviewed in one process more, not in as many as there are
 * processors: to start one takes longer than all they have to do.
 */
export async function runCli(folder: string, ...args: readonly string[]): Promise<Answer> {
  const [stdout, stderr] = [paper(), paper()]
  const before = process.cwd()
  process.chdir(folder)
  try {
    const code = await run([...args, ...oneJob(args)], { stdout, stderr })
    return { code, out: stdout.written(), err: stderr.written() }
  } finally {
    process.chdir(before)
  }
}

function oneJob(args: readonly string[]): readonly string[] {
  const hasJobs = args[0] === 'review' || args[0] === 'compare'
  return hasJobs && !args.includes('--jobs') ? ['--jobs', '1'] : []
}

/** A stream that keeps what is written to it. */
export function paper(): Screen & { written(): string } {
  const pieces: string[] = []
  const stream = new Writable({
    decodeStrings: false,
    write: (piece, _encoding, done) => {
      pieces.push(String(piece))
      done()
    },
  })
  return Object.assign(stream, { written: () => pieces.join('') })
}

/** Runs `duizhao` in a folder, in a process of its own. */
export function spawnCli(folder: string, ...args: readonly string[]): Promise<Answer> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], { cwd: folder })
    const [out, err]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (piece: Buffer) => out.push(piece))
    child.stderr.on('data', (piece: Buffer) => err.push(piece))
    child.on('close', (code) =>
      resolve({ code: code ?? -1, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    )
  })
}

/** A new folder with these files. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-cli-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** A made-up material of a made-up unit, with a doubled word and a placeholder (two errors). */
export function material(unit: string, own: string): string {
  return `${unit}领导班子2024年度民主生活会对照检查材料

按照市委统一安排，现将${unit}对照检查情况报告如下。

一、上年度民主生活会查摆问题整改落实情况

上年度查摆的问题均已按期完成整改。

二、存在的突出问题

（一）带头严守政治纪律和政治规矩方面

1.理论学习不够深入。比如，全年组织集中学习12次，其中5次以读文件代替研讨。${own}

2.请示报告不够及时。比如，7月份一项重要工作拖了两周才报告，对的要求的要求理解不深。

（二）带头履行全面从严治党政治责任方面

1.压力传导不到位，对下属单位的督促停留在开会发文上，XX领域检查偏少。

三、原因分析

一是理想信念有所松懈。把业务工作当成硬任务，把党性锻炼当成软指标。

二是宗旨意识有所淡化。到基层调查研究的时间少，对群众的难处了解不深。

四、整改措施

一是完善学习制度。每季度至少安排一次专题研讨，由办公室负责，于2025年6月底前完成。

二是改进调查研究。班子成员每人联系两个基层点，由人事科负责，2025年12月底前汇总。
`
}

export const COPIED =
  '在推进重点项目时习惯于坐在办公室里听汇报，对基层反映的堵点难点没有沉下身子逐个研究，往往以文件落实文件、以会议落实会议，三季度督办的十一件事项里有四件拖到年底，企业和群众反映十分强烈。'

export const CLEAN_OWN = {
  water: '对37座小型水库的巡查记录抽查不足一成。',
  archive: '馆藏目录数字化进度比计划慢了两个月。',
}
