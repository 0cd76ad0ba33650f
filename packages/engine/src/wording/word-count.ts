/** What counts one each: Chinese characters, the punctuation set as wide as they are, numerals in circles, signs. */
const WIDE =
  '\\u00b7\\u00d7\\u2010-\\u2027\\u2030-\\u205e\\u2160-\\u2bff\\u2e80-\\u2fff\\u3001-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uffef\\u{20000}-\\u{3ffff}'
const COUNTED = new RegExp(`[${WIDE}]|[^${WIDE}\\s\\u200b-\\u200d\\u2060]+`, 'gu')

/** The length of a text as Word's 字数 has it: a Chinese character or mark is one, a run of letters and digits is one; white space is none. */
export function wordCount(text: string): number {
  let count = 0
  for (const _ of text.matchAll(COUNTED)) count += 1
  return count
}
