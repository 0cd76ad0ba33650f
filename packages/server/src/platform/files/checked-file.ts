import type { UploadedFile } from '../context.ts'
import { invalid } from '../refusal.ts'
import { mediaTypeOf, nameFor } from './media-type.ts'

/** A file that may be kept: what it is by its bytes, and a name that fits it. */
export interface CheckedFile {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly name: string
}

/**
 * The file, if it is one that an office hands in; else invalid. What it is is told by its bytes, never by its name; what
 * could run in a browser is refused. `what` is what it is handed in as: 佐证材料.
 */
export async function checkedFile(file: UploadedFile, what: string): Promise<CheckedFile> {
  if (file.bytes.length === 0) throw invalid('文件是空的。', '请选择有内容的文件。')
  const mediaType = await mediaTypeOf(file.bytes, file.name)
  if (mediaType === null)
    throw invalid(
      `“${file.name}”不是${what}能用的格式。`,
      '可以用 Word、Excel、PPT、WPS、PDF、OFD、图片、文本和压缩包。',
    )
  return { bytes: file.bytes, mediaType, name: nameFor(file.name, mediaType) }
}
