/** A name that every system takes as one of a file, with what its words had. */
export function fileNameOf(words: string): string {
  const safe = words
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\\/:*?"<>|]+/gu, '_')
    .replace(/^[.\s]+|[.\s]+$/gu, '')
  return safe === '' ? '_' : safe
}
