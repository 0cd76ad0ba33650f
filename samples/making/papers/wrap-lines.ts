/** Lines broken after the room `width` Chinese characters take, as text copied from a PDF has them; marks (⟨p⟩) take none. */
export function wrapLines(lines: readonly string[], width: number): string[] {
  return lines.flatMap((line) => {
    const pieces = line.match(/⟨\/?[a-z]+⟩|./gu) ?? []
    const broken: string[] = []
    let [current, room] = ['', width * 2]
    for (const piece of pieces) {
      if (!piece.startsWith('⟨') && room < columnsOf(piece)) {
        broken.push(current)
        current = ''
        room = width * 2
      }
      current += piece
      if (!piece.startsWith('⟨')) room -= columnsOf(piece)
    }
    return [...broken, current]
  })
}

function columnsOf(char: string): number {
  return char < '\u2e80' ? 1 : 2
}
