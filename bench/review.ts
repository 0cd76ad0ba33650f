import { TextlintKernel, type TextlintRuleModule } from '@textlint/kernel'
import textPlugin from '@textlint/textlint-plugin-text'
import { isUnreadable, read, review, rules, type SourceDocument } from '@duizhao/engine'
import { materialsOf } from './material.ts'
import { printTable, secondsOf } from './measure.ts'

/** Characters of the three corpora, a decade apart. */
const SIZES = [60_000, 600_000, 6_000_000]

/** Five checks of ours (doubled words, placeholders, brackets, punctuation, misspelling) as textlint rules: the comparable handful. */
const PATTERNS: Readonly<Record<string, RegExp>> = {
  'doubled-words': /((?:的|和|对|在|了|是)[\u4e00-\u9fff]{1,5})\1/g,
  placeholder: /[XＸxｘ×]{1,5}(?=[\u4e00-\u9fff])/g,
  'open-bracket': /《[^》\n]{0,60}$/gm,
  'half-width': /(?<=[\u4e00-\u9fff])[,;:?!](?=[\u4e00-\u9fff])/g,
  misspelling: /再接再励|一愁莫展|按步就班|迫不急待|布署|惯彻|扣问初心|负总则/g,
}

function asTextlintRule(pattern: RegExp): TextlintRuleModule {
  return (context) => ({
    [context.Syntax.Str](node) {
      for (const match of context.getSource(node).matchAll(pattern)) {
        context.report(
          node,
          new context.RuleError(match[0], {
            padding: context.locator.range([match.index, match.index + match[0].length]),
          }),
        )
      }
    },
  })
}

const kernel = new TextlintKernel()
const options = {
  ext: '.txt',
  filePath: 'a.txt',
  plugins: [{ pluginId: 'text', plugin: textPlugin.default }],
  rules: Object.entries(PATTERNS).map(([ruleId, pattern]) => ({ ruleId, rule: asTextlintRule(pattern) })),
}

/** The floor: looking at every character once. */
function sumOfCodes(text: string): number {
  let sum = 0
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0
  return sum
}

/** Outline, examination and all rules against textlint with five and against one pass of `charCodeAt`, in one process. */
export async function benchReview(): Promise<void> {
  const rows: string[][] = []
  let sink = 0
  for (const size of SIZES) {
    const texts = materialsOf(size)
    const characters = texts.reduce((sum, text) => sum + text.length, 0)
    const documents: SourceDocument[] = []
    for (const text of texts) {
      const document = await read(new TextEncoder().encode(text), 'a.txt')
      if (!isUnreadable(document)) documents.push(document)
    }
    const ours = await secondsOf(async () => {
      for (const document of documents) sink += review(document).findings.length
    })
    const theirs = await secondsOf(async () => {
      for (const text of texts) sink += (await kernel.lintText(text, options)).messages.length
    })
    const floor = await secondsOf(async () => {
      for (const text of texts) sink += sumOfCodes(text)
    })
    const rate = (seconds: number): string => `${(characters / seconds / 1e6).toFixed(2)} M`
    rows.push([
      String(characters),
      String(texts.length),
      rate(ours),
      rate(theirs),
      `${(theirs / ours).toFixed(1)} ×`,
      `1/${(ours / floor).toFixed(0)}`,
    ])
  }
  printTable(
    [
      '字符',
      '文件',
      `本引擎（${rules.length} 条规则）字符/秒`,
      'textlint（5 条规则）字符/秒',
      '与 textlint 之比',
      '与 charCodeAt 一遍之比',
    ],
    rows,
  )
  if (sink === 0) throw new Error('没有任何结果，测量无效')
}
