import type { SourceDocument } from '../reading/source-document.ts'
import { wordsOf } from './words.ts'

const FORMULA =
  /批评(?:指正|帮助)|^(?:以上|上述).{0,16}(?:对照检查|检视|剖析|发言|汇报|报告|材料)|不(?:妥|当|足|到)之处|^(?:以上|上述)(?:情况|内容|报告|是我).{0,30}(?:意见|审议|审阅|批评|帮助)|^(?:以上|上述).{0,12}请.{2,12}(?:批评|指正|指出|当面|多?提)|(?:对照检查|发言|汇报|检视)就到这里|(?:发言|汇报|报告|检查)完(?:毕|了)|以(?:此|这|本)次[^。]{0,24}为契机|^我?就(?:先)?(?:说|讲|汇报)(?:到这[儿里]|这些)|^特此报告|^谢谢/
const SIGNATURE =
  /^[（(]?(?:20\d\d|二〇|二○)[\d〇○一二三四五六七八九十年月日.\-/\s]{2,14}[）)]?(?:\s{0,2}[^，。]{0,8})?$|^(?:汇报人|发言人|对照检查人|报告人|填表人|审核人|联系人)|^附件?[：:\d]|^[（(].{2,30}[）)]$/
const LAST_LINES = 8
const RULE = /^[-—=_*]{4,}$/

/**
 * Where the document's closing begins: the request for criticism, signature and date at its end. The text's end if
 * there is none.
 */
export function findClosing(document: SourceDocument): number {
  const all = document.paragraphs.filter(({ style }) => style !== 'cell' && style !== 'footnote')
  // Below a rule at the end stands what was written to the reader.
  const rule = all.findLastIndex((line, i) => i >= all.length - LAST_LINES && RULE.test(wordsOf(document, line).trim()))
  const lines = rule < 0 ? all : all.slice(0, rule)
  let closing = all[rule]?.start ?? document.text.trimEnd().length
  for (const line of lines.slice(-LAST_LINES).toReversed()) {
    // What a heading or a table stands above is no signature.
    if (line.style === 'heading' || document.tables.some(({ start }) => start > line.end && start < closing)) break
    const words = wordsOf(document, line).trim()
    const isFormula = words.length < 120 && FORMULA.test(words)
    const isSignature =
      SIGNATURE.test(words) ||
      (words.length <= 24 && !/[。；，！？]/.test(words) && !/^[一二三四五六七八九十（(\d]/.test(words))
    if (words !== '' && !isFormula && !isSignature) break
    if (isFormula || isSignature) closing = line.start
  }
  return closing
}
