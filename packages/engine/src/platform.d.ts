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
/** A copy as workers get it (HTML Standard); Node, workers and browsers all have it. */
declare function structuredClone<Value>(value: Value, options?: { transfer?: readonly unknown[] }): Value
/** Has no types of its own: the half of the library that works, on the calling thread here. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: { initializeFromPort(port: object): void }
}
