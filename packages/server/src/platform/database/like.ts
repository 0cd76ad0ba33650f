/** The pattern of `like` for what has a text anywhere in it; signs that mean something in a pattern mean themselves. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, String.raw`\$&`)}%`
}
