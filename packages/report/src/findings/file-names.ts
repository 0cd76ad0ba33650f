import { fileName } from '../outcome/file-name.ts'

/** What files are called among each other: by their names, by their paths where two have one name. */
export function fileNames(paths: readonly string[]): (path: string) => string {
  const named = Map.groupBy(new Set(paths), fileName)
  return (path) => ((named.get(fileName(path))?.length ?? 0) > 1 ? path : fileName(path))
}
