/** A text on one line: every stretch of white space is one blank, none at its ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** The first `most` characters of a text, never half of a character. */
export function firstOf(text: string, most: number): string {
  return text.length > most ? text.slice(0, most).replace(/\p{Surrogate}$/u, '') : text
}

/** The first `most` characters of a text, with an ellipsis where something was cut; never half of a character. */
export function shortened(text: string, most: number): string {
  return text.length > most ? `${firstOf(text, most)}…` : text
}
