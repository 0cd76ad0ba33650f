/** What files are called so that no two are called the same: by their names, where those are alike with their folders. */
export function toldApart(paths: readonly string[]): string[] {
  const parts = paths.map((path) => path.split(/[\\/]/).filter((part) => part !== '' && part !== '.'))
  const named = (i: number, length: number): string => parts[i]?.slice(-length).join('/') ?? ''
  return paths.map((_, i) => {
    const longest = parts[i]?.length ?? 1
    for (let length = 1; length < longest; length++) {
      const name = named(i, length)
      if (!parts.some((__, j) => j !== i && named(j, length) === name)) return name
    }
    return named(i, longest)
  })
}
