import { heldFiles, isUnreadable, LARGEST_FILE } from '@duizhao/engine'
import { fileName, roleOfPath } from '@duizhao/report'
import type { GivenFile, OpenedHolder } from '../work/jobs.ts'
import { bytesOf } from './read-file.ts'

/**
 * The documents in a .zip, each a file of its own, or what was sent along with a mail beside the mail itself. A file that
 * holds none, or cannot be opened, is given back as it is: reading it says why.
 */
export async function openHolder({ path, file }: GivenFile): Promise<OpenedHolder> {
  const itself = { path, file }
  const bytes = file.size > LARGEST_FILE ? null : await bytesOf(file)
  const held = bytes === null ? [] : heldFiles(bytes, fileName(path))
  if (isUnreadable(held)) return { files: [itself], refused: [] }
  const opened: { files: GivenFile[]; refused: OpenedHolder['refused'][number][] } = { files: [], refused: [] }
  for (const one of held.filter((each) => roleOfPath(each.path) === 'document')) {
    const inside = `${path}/${one.path}`
    const content = one.bytes()
    if (isUnreadable(content)) opened.refused.push({ path: inside, message: content.message, todo: content.todo })
    else opened.files.push({ path: inside, file: new File([new Uint8Array(content)], fileName(inside)) })
  }
  const isRead = /\.eml$/i.test(path) || opened.files.length + opened.refused.length === 0
  return isRead ? { ...opened, files: [itself, ...opened.files] } : opened
}
