import { zipSync } from 'fflate'

/** A .zip of files by their paths in it; the same files give the same bytes. Word and Excel files are stored as they are. */
export function writeArchive(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  // A fixed date, and no compression: what is put in is compressed already.
  return zipSync({ ...files }, { level: 0, mtime: '2000-01-01T00:00:00' })
}
