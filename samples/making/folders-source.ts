/**
 * The mark-up of `samples/folders/*.source`: the documents of one meeting, or of several branches' meetings.
 *
 *   key: value                            lines up to `---`
 *   clean: yes                            no finding is right
 *   branch: name                          a branch or party group; the keys after it, up to the next branch, describe it:
 *   meeting: place: entitled: present:    as they really were
 *   members: 甲 乙                         everyone entitled, the head first
 *   under: folder                         the branch's own folder, where there are several branches
 *   fault: rule | about | file；file | what   a planted fault
 *   === path | kind | how                 here begins a file; how: auto, tracked (Word), gb18030 (text), cut (damaged), lock
 *
 * A file's lines: `# ` a title, `↵` a soft line break, `[table]` … `[/table]` and `[sheet name]` rows as in table-rows.ts, `~` an empty cell.
 */

/** One file of the folder. */
export interface FolderFile {
  readonly path: string
  readonly kind: string
  readonly how: string
  readonly lines: readonly string[]
}

/** A planted fault, as the answers give it. */
export interface Fault {
  readonly rule: string
  readonly files: readonly string[]
  readonly about: string
  readonly what: string
}

/** A branch or party group and what really happened at its meeting. */
export interface Branch {
  readonly facts: ReadonlyMap<string, string>
}

/** A `.source` file taken apart. */
export interface Folder {
  readonly name: string
  readonly clean: boolean
  readonly branches: readonly Branch[]
  readonly faults: readonly Fault[]
  readonly files: readonly FolderFile[]
}

/** Takes a source apart. Throws where it has no header, or a fault names a file that is not there. */
export function parseFolder(name: string, content: string): Folder {
  const end = content.indexOf('\n---\n')
  if (end < 0) throw new Error(`${name}: no header`)
  const files = filesOf(content.slice(end + 5))
  const branches: { facts: Map<string, string> }[] = []
  const faults: Fault[] = []
  let clean = false
  for (const line of content.slice(0, end).split('\n')) {
    const colon = line.indexOf(':')
    const [key, value] = [line.slice(0, colon), line.slice(colon + 1).trim()]
    if (key === 'clean') clean = value === 'yes'
    else if (key === 'fault') faults.push(faultOf(value))
    else if (key === 'branch') branches.push({ facts: new Map([['name', value]]) })
    else branches.at(-1)?.facts.set(key, value)
  }
  const paths = new Set(files.map(({ path }) => path))
  const unknown = faults.flatMap((fault) => fault.files).filter((path) => !paths.has(path))
  if (unknown.length > 0) throw new Error(`${name}: a fault names ${unknown.join(', ')}`)
  return { name, clean, branches, faults, files }
}

function filesOf(body: string): FolderFile[] {
  const files: (Omit<FolderFile, 'lines'> & { lines: string[] })[] = []
  for (const line of body.trimEnd().split('\n')) {
    if (!line.startsWith('=== ')) files.at(-1)?.lines.push(line)
    else {
      const [path = '', kind = '', how = ''] = line.slice(4).split('|')
      files.push({ path: path.trim(), kind: kind.trim(), how: how.trim(), lines: [] })
    }
  }
  return files
}

function faultOf(value: string): Fault {
  const [rule = '', about = '', files = '', what = ''] = value.split('|').map((part) => part.trim())
  return { rule, files: files.split('；'), about, what }
}
