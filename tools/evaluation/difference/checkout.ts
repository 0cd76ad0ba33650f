import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The project as it was at a revision, in a folder of its own. */
export interface Checkout {
  readonly folder: string
  /** Short hash and subject of the commit. */
  readonly title: string
  /** Takes the folder away. */
  remove(): Promise<void>
}

/**
 * Takes `packages/` of a revision out of git into a temporary folder, with the dependencies that are installed now.
 * Nothing is left in `.git`, as a worktree would leave it. Null if git does not know the revision.
 */
export async function checkOut(root: string, revision: string): Promise<Checkout | null> {
  const git: Git = (...args) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  const title = titleOf(git, revision)
  if (title === null) return null
  const folder = await mkdtemp(join(tmpdir(), 'duizhao-revision-'))
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    git('archive', '--output', join(folder, 'revision.tar'), revision, 'package.json', 'packages')
    execFileSync('tar', ['-xf', 'revision.tar'], { cwd: folder })
    await linkDependencies(root, folder)
  } catch (error) {
    await remove()
    throw error
  }
  return { folder, title, remove }
}

type Git = (...args: string[]) => string

function titleOf(git: Git, revision: string): string | null {
  try {
    return git('log', '-1', '--format=%h %s', revision, '--').trim()
  } catch {
    return null
  }
}

/** Links every installed package, but this project's own to the packages of the checkout. */
async function linkDependencies(root: string, folder: string): Promise<void> {
  const packages = await readdir(join(folder, 'packages'))
  for (const name of await readdir(join(root, 'node_modules')))
    if (name !== '@duizhao') await link(join(root, 'node_modules', name), join(folder, 'node_modules', name))
  for (const name of packages) {
    await link(join(folder, 'packages', name), join(folder, 'node_modules/@duizhao', name))
    const own = join('packages', name, 'node_modules')
    if (existsSync(join(root, own))) await link(join(root, own), join(folder, own))
  }
}

async function link(target: string, path: string): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true })
  await symlink(target, path, 'junction')
}
