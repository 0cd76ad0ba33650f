import { execFileSync } from 'node:child_process'

/** A disk of its own over a folder, of one megabyte. */
export interface SmallDisk {
  makeReadOnly(): void
  remove(): void
}

const OPTIONS = ['-t', 'tmpfs', '-o'] as const

/** Mounts it; null where nobody may mount: then there is no such disk to test with. */
export function smallDisk(folder: string): SmallDisk | null {
  try {
    execFileSync('mount', [...OPTIONS, 'size=1m,mode=755', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  return {
    makeReadOnly: () => void execFileSync('mount', [...OPTIONS, 'remount,ro,size=1m', 'tmpfs', folder]),
    remove: () => void execFileSync('umount', ['--lazy', folder]),
  }
}
