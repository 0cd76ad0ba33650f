import { fillFields, isUnreadable } from '@duizhao/engine'
import { type Work, work } from '@duizhao/workshop'
import type { UploadedFile } from '../../platform/context.ts'
import { type RefusedFile, refusedFile } from '../../platform/work.ts'
import { fieldsOf } from './notice-fields.ts'
import { refusedTemplate } from './template-refusals.ts'

/** The fields of an uploaded template; one that does something by itself is refused. */
export const fieldsOfTemplate = work('notice.readFields', ({ bytes, name }: UploadedFile) => {
  return (
    refusedTemplate({ bytes, name }) ??
    fieldsOf(bytes, name) ??
    refusedFile(`“${name}”不是 Word 文档（.docx）。`, '请用 Word 或 WPS 另存为 .docx 再上传。')
  )
})

/** A template filled in; looked at again: it may have been set when less was refused, and a restored one by nobody. */
export const filledTemplate = work(
  'notice.fill',
  ({
    file,
    values,
  }: {
    readonly file: UploadedFile
    readonly values: Readonly<Record<string, string>>
  }): Uint8Array | RefusedFile => {
    const refused = refusedTemplate(file)
    if (refused !== null) return refused
    const filled = fillFields(file.bytes, file.name, values)
    return isUnreadable(filled)
      ? refusedFile(`督办单格式“${file.name}”打不开了。`, '请重新上传督办单格式。')
      : filled.bytes
  },
)

export const supervisionWork: readonly Work[] = [fieldsOfTemplate, filledTemplate]
