/** Decodes base64 into a string of bytes (HTML Standard); Node, workers and browsers all have it. */
declare function atob(encoded: string): string
/** The two platform classes the engine uses; Node, workers and browsers all have them (WHATWG Encoding). */
declare class TextDecoder {
  constructor(encoding?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string
}
declare class TextEncoder {
  encode(text: string): Uint8Array
}
/** Has no types of its own; importing it makes the library work on the calling thread. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {}
