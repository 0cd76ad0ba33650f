import { textOfBytes } from '../byte-text.ts'
import { ReadingRefusal } from '../refusal.ts'
import type { Matrix } from './matrix.ts'
import { removePatterns } from './patterns.ts'
import { portTelling } from './port.ts'
import { refuseBombs } from './stream-sizes.ts'

/** What we use of pdfjs-dist; its own types need a browser's. */
interface PdfLibrary {
  getDocument(options: object): LoadingTask
  readonly PDFWorker: new (options: object) => { destroy(): void }
  readonly OPS: Readonly<Record<string, number>>
}

interface LoadingTask {
  readonly promise: Promise<PdfFile>
  destroy(): Promise<void>
}

/** An opened file. */
export interface PdfFile {
  readonly numPages: number
  getPage(number: number): Promise<PdfPage>
}

/** A page, numbered from 1. */
export interface PdfPage {
  getViewport(options: { scale: number }): {
    readonly transform: Matrix
    readonly width: number
    readonly height: number
  }
  streamTextContent(options: object): { getReader(): TextReader }
  getOperatorList(options: {
    annotationMode: number
  }): Promise<{ readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }>
  readonly commonObjs: { has(id: string): boolean; get(id: string): { readonly name?: string } }
  cleanup(): void
}

interface TextReader {
  read(): Promise<{ done: boolean; value?: { readonly items: readonly PdfTextItem[] } }>
  cancel(reason: Error): Promise<void>
}

/** Words as they stand on the page, in its own coordinates. */
export interface PdfTextItem {
  readonly str?: string
  readonly width: number
  readonly height: number
  readonly transform: Matrix
  readonly fontName: string
}

/** Forms may hold forms twice over: each counts for the work it makes. Real files stay far below. */
const MOST_INSTRUCTIONS = 4_000_000
const INSTRUCTIONS_OF_A_FORM = 100

/**
 * Opens a file and lets `work` read it. The library is loaded when the first PDF is read; it works on the calling
 * thread, draws nothing, runs no code from the file and fetches nothing but the character maps `characterMap` gives.
 * Throws a `ReadingRefusal` for an encrypted file and one made to be too much, and the library's own errors for a
 * damaged one.
 */
export async function withPdf<Result>(
  bytes: Uint8Array,
  characterMap: (name: string) => Promise<Uint8Array>,
  work: (file: PdfFile, codes: PdfLibrary['OPS']) => Promise<Result>,
): Promise<Result> {
  const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  const library: PdfLibrary = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // The library takes the memory over, also from the caller.
  const data = new Uint8Array(bytes)
  const text = textOfBytes(bytes)
  refuseBombs(data, text)
  removePatterns(data, text)
  const tooMuch = Promise.withResolvers<never>()
  let instructions = 0
  const port = portTelling((codes) => {
    const forms = codes.filter((code) => code === library.OPS['paintFormXObjectBegin']).length
    instructions += codes.length + forms * INSTRUCTIONS_OF_A_FORM
    if (instructions > MOST_INSTRUCTIONS) tooMuch.reject(new ReadingRefusal('bomb'))
  })
  const worker = new library.PDFWorker({ port, verbosity: 0 })
  WorkerMessageHandler.initializeFromPort(port)
  const task = library.getDocument({
    data,
    worker,
    BinaryDataFactory: dataFactory(characterMap),
    cMapUrl: '/',
    verbosity: 0,
    isEvalSupported: false,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    maxImageSize: 1,
  })
  try {
    return await Promise.race([task.promise.then((file) => work(file, library.OPS)), tooMuch.promise])
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new ReadingRefusal('encrypted', undefined, PASSWORD_TODO)
    throw error
  } finally {
    await task.destroy()
    worker.destroy()
  }
}

/** Word takes no password off a PDF. */
const PASSWORD_TODO = '请用 PDF 阅读器打开后另存为没有密码的 .pdf，或请提供者给出 Word 文件'

/** The library makes an object of this kind to ask for its data files by names such as "GBK-EUC-H.bcmap". */
function dataFactory(characterMap: (name: string) => Promise<Uint8Array>): unknown {
  return class {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      if (kind !== 'cMapUrl') throw new Error(`${filename} is not at hand`)
      return characterMap(filename.replace(/\.bcmap$/, ''))
    }
  }
}
