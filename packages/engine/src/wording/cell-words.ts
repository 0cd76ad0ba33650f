const NOTHING = /^[-—–/\\／无]+$/u

/** What is written in a cell, without blanks at its ends; a dash or 无 stands for nothing. */
export function writtenIn(text: string): string {
  const words = text.trim()
  return NOTHING.test(words) ? '' : words
}
