import { roleOfName, roleOfPath } from '@duizhao/report'
import type { GivenFile } from '../work/jobs.ts'

/** What came of a choice of files and folders. */
export interface GivenFiles {
  /** Files to read, in order of their paths, each once. */
  readonly files: readonly GivenFile[]
  /** Paths of files in folders whose names say that they are not documents. */
  readonly passedOver: readonly string[]
}

/** A file as it was found: in a folder that was given, or given by itself. */
interface Found extends GivenFile {
  readonly isInFolder: boolean
}

/** The files of a file field, in which a whole folder may have been chosen. */
export function filesOfField(list: FileList): GivenFiles {
  return sorted(
    Array.from(list, (file) => ({
      path: file.webkitRelativePath || file.name,
      file,
      isInFolder: file.webkitRelativePath !== '',
    })).filter(({ path }) => roleOfPath(path) !== 'nothing'),
  )
}

/** The files dropped on the page, and those in dropped folders. */
export async function filesOfDrop(transfer: DataTransfer): Promise<GivenFiles> {
  // Entries must be taken at once: the transfer is empty when its event is over.
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry?.() ?? null)
  if (entries.every((entry) => entry === null)) return filesOfField(transfer.files)
  const given = entries.filter((entry) => entry !== null)
  const found = await Promise.all(given.map((entry) => filesBelow(entry, '', false)))
  return sorted(found.flat())
}

async function filesBelow(entry: FileSystemEntry, folder: string, isInFolder: boolean): Promise<Found[]> {
  if (roleOfName(entry.name) === 'nothing') return []
  const path = `${folder}${entry.name}`
  if (isFolder(entry)) {
    const inside = await entriesOf(entry)
    return (await Promise.all(inside.map((one) => filesBelow(one, `${path}/`, true)))).flat()
  }
  const file = await fileOf(entry as FileSystemFileEntry)
  return file === null ? [] : [{ path, file, isInFolder }]
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

/** All entries of a folder: browsers hand out a hundred at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])))
    if (some.length === 0) return all
    all.push(...some)
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(null)))
}

/** As the command line does it: everything that was named is read, in folders only what looks like a document. */
function sorted(found: readonly Found[]): GivenFiles {
  const byPath = new Map(found.map((one) => [one.path, one]))
  const all = [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  const isRead = ({ path, isInFolder }: Found): boolean => !isInFolder || roleOfName(path) === 'document'
  return {
    files: all.filter(isRead).map(({ path, file }) => ({ path, file })),
    passedOver: all.filter((one) => !isRead(one)).map(({ path }) => path),
  }
}
