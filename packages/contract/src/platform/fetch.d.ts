/** What a call uses of the platform, in the words of the Fetch standard; browsers and Node all have it (WHATWG Fetch, XHR). */
interface Blob {
  readonly size: number
  readonly type: string
}
interface File extends Blob {
  readonly name: string
}
declare class FormData {
  append(name: string, value: Blob): void
}
declare class URLSearchParams {
  constructor(entries: readonly (readonly string[])[])
  toString(): string
}
