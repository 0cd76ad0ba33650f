/** A file with its place in the folder it came from. */
export interface PlacedFile {
  readonly file: File
  readonly path: string
}

/** The files that were dropped, those of folders too, however deep they lie. */
export async function droppedFiles(items: DataTransferItemList): Promise<PlacedFile[]> {
  // The list is emptied once the event is over.
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  const found = await Promise.all(entries.map(filesBelow))
  return found.flat().filter(({ file: { name } }) => isPaper(name))
}

/** The files that were chosen. */
export function chosenFiles(files: FileList): PlacedFile[] {
  return [...files]
    .map((file) => ({ file, path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath }))
    .filter(({ file: { name } }) => isPaper(name))
}

/** What systems and Word leave in folders is nobody's paper. */
function isPaper(name: string): boolean {
  return !name.startsWith('.') && !name.startsWith('~$') && !/^(?:Thumbs\.db|desktop\.ini)$/i.test(name)
}

async function filesBelow(entry: FileSystemEntry): Promise<PlacedFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => {
      entry.file(resolve, reject)
    })
    return [{ file, path: entry.fullPath.replace(/^\//, '') }]
  }
  if (!isFolder(entry)) return []
  const reader = entry.createReader()
  const found: FileSystemEntry[] = []
  // A browser gives them a hundred at a time, and none when there are no more.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (some.length === 0) break
    found.push(...some)
  }
  return (await Promise.all(found.map(filesBelow))).flat()
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
