import { relative, resolve, sep } from 'node:path'

/** The path as results show it: with forward slashes, relative to where the command runs if it lies below. */
export function writtenPath(path: string): string {
  const below = relative(process.cwd(), resolve(path))
  const shown = below.startsWith('..') || below === '' ? path : below
  return sep === '/' ? shown : shown.replaceAll(sep, '/')
}
