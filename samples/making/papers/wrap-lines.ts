/** Lines broken after `width` characters, as text copied from a PDF has them; marks (⟨p⟩) take no room. */
export function wrapLines(lines: readonly string[], width: number): string[] {
  return lines.flatMap((line) => {
    const pieces = line.match(/⟨\/?[a-z]+⟩|./gu) ?? []
    const broken: string[] = []
    let [current, room] = ['', width]
    for (const piece of pieces) {
      if (!piece.startsWith('⟨') && room === 0) {
        broken.push(current)
        current = ''
        room = width
      }
      current += piece
      if (!piece.startsWith('⟨')) room -= 1
    }
    return [...broken, current]
  })
}
