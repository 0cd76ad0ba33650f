/**
 * The characters of the Basic Multilingual Plane that UniGB-UTF16-H takes to one of Adobe-GB1 (Adobe's cmap-resources,
 * Adobe-GB1-5), as hexadecimal ranges, without the no-break space and the private use area. What is not here would be
 * an empty place on paper.
 */
const COVERED = `
20-7e a4-a5 a7-a9 b0-b1 b7 d7 e0-e1 e8-ea ec-ed f2-f3 f7 f9-fa fc 101 113 11b 12b 144 148 14d 16b 1ce 1d0 1d2
1d4 1d6 1d8 1da 1dc 1f9 251 261 2c7 2c9-2cb 2d9 391-3a1 3a3-3a9 3b1-3c1 3c3-3c9 401 410-44f 451 1e3f 2010
2013-2016 2018-2019 201c-201d 2022 2025-2026 2030 2032-2033 2035 203b 205d 20ac 2103 2105 2109 2116 2121-2122
2160-216b 2170-2179 2190-2193 2196-2199 2208 220f 2211 2215 221a 221d-2220 2223 2225 2227-222b 222e 2234-2237
223d 2248 224c 2252 2260-2261 2264-2267 226e-226f 2295 2299 22a5 22bf 22ef 2312 2460-2469 2474-249b 2500-254b
2550-2573 2581-258f 2593-2595 25a0-25a1 25b2-25b3 25bc-25bd 25c6-25c7 25cb 25ce-25cf 25e2-25e5 2605-2606 2609
2640 2642 2e80-2e99 2e9b-2ef3 2f00-2fd5 2ff0-2ffb 3000-3003 3005-3017 301d-301e 3021-3029 3033-3035 3038-303a
303e-303f 3041-3096 309b-309e 30a1-30fe 3105-312c 31a0-31b7 3220-3229 3231 32a3 338e-338f 339c-339e 33a1 33c4
33ce 33d1-33d2 33d5 3400-4db5 4e00-9fa5 9fb4-9fbb a000-a48c a490-a4c6 f92c f979 f995 f9e7 f9f1 fa0c-fa0f fa11
fa13-fa14 fa18 fa1f-fa21 fa23-fa24 fa27-fa29 fe10-fe19 fe30-fe31 fe33-fe44 fe49-fe52 fe54-fe57 fe59-fe66
fe68-fe6b ff01-ff5e ffe0-ffe5`

const RANGES = COVERED.trim()
  .split(/\s+/)
  .map((range) => range.replace(/[0-9a-f]+/g, (code) => `\\u{${code}}`))

/** Any character the font does not have. */
export const NOT_IN_FONT = new RegExp(`[^${RANGES.join('')}]`, 'gu')

/** What may stand for characters that are written often and not in the font. */
export const SUBSTITUTES: ReadonlyMap<string, string> = new Map([
  ...Array.from({ length: 10 }, (_, at): [string, string] => [String.fromCodePoint(0x246a + at), `(${at + 11})`]),
  ['²', '^2'],
  ['³', '^3'],
  ['✓', '√'],
  ['✔', '√'],
  ['☑', '√'],
  ['☐', '□'],
  ['〜', '～'],
  ['∼', '～'],
  ['\u2011', '-'],
  ['\u2212', '-'],
  ['⋅', '·'],
  ['‧', '·'],
])
