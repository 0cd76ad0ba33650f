import { activeContent, type ActiveContentKind, isUnreadable } from '@duizhao/engine'
import type { UploadedFile } from '../../platform/context.ts'
import { type RefusedFile, refusedFile } from '../../platform/work.ts'

/** What a template may not have in it, and how one takes it out. */
const refusals: Readonly<Record<ActiveContentKind, readonly [what: string, todo: string]>> = {
  macro: ['宏', '另存为不带宏的 .docx'],
  control: ['控件或嵌入的对象', '删去控件和嵌入的对象'],
  elsewhere: ['要从别处取来的内容（链接的图片、框架等）', '把链接的图片改为插入的图片，断开其他链接'],
  template: ['附加的模板', '在“开发工具—文档模板”里改为 Normal'],
  insertion: ['插入的另一份文档', '把它的内容复制进来'],
  field: ['会运行或引入别的内容的域（DDE、INCLUDEPICTURE、LINK 等）', '选中后按 Ctrl+Shift+F9 改为文字'],
  connection: ['数据连接', '删去数据连接'],
}

/**
 * Why a file cannot be a template: everybody who opens a notice would run it or call where it points. Null if it can, or
 * if it is no document at all.
 */
export function refusedTemplate({ bytes, name }: UploadedFile): RefusedFile | null {
  const kinds = activeContent(bytes, name)
  if (isUnreadable(kinds) || kinds.length === 0) return null
  const found = kinds.map((kind) => refusals[kind])
  return refusedFile(
    `“${name}”里有${found.map(([what]) => what).join('、')}，不能作督办单格式：收到督办单的人一打开，它就会自己运行或连到别处。`,
    `请在 Word 或 WPS 中${found.map(([, todo]) => todo).join('，')}，再上传。`,
  )
}
