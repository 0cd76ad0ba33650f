import { unpairedBrackets, unpairedQuotes, type UnpairedSign } from '../../paired-signs.ts'
import type { Observation, Rule } from '../../rule.ts'
import { visibleLines, type VisibleLine } from '../../visible-lines.ts'

const PARTNERS: Readonly<Record<string, string>> = {
  '《': '》',
  '“': '”',
  '‘': '’',
  '（': '）',
  '【': '】',
  '「': '」',
  '〔': '〕',
}
const NAMES: Readonly<Record<string, string>> = {
  '《': '书名号',
  '》': '书名号',
  '“': '引号',
  '”': '引号',
  '‘': '引号',
  '’': '引号',
}
const LONGEST = 13

export const unmatchedBracket: Rule = {
  id: 'wording/unmatched-bracket',
  name: '引号书名号不成对',
  severity: 'error',
  why: '引号、书名号、括号必须成对，缺一半会使文件名、引语分不清起止。',
  source: { title: 'GB/T 15834—2011 标点符号用法', known: 'regulation' },
  *check({ document }) {
    for (const line of visibleLines(document)) {
      if (line.isCell) continue
      for (const unpaired of [...unpairedBrackets(line.plain), ...unpairedQuotes(line.plain)])
        yield observed(line, unpaired)
    }
  },
  bad: [
    '存在⟦“上热、中温、下冷’⟧现象。',
    '根据⟦《关于开好民主生活会的通知⟧，现报告如下。',
    '坚持⟦“四必谈⟧，开展谈心谈话。',
    '落实制度⟦》⟧要求。',
    '落实⟦“四必问“⟧不经常，啃⟦”硬骨头”⟧的劲头不足，⟦”一线“⟧去得少。',
    '学习要点⟦（含附件)⟧，落实“建好水网、办好⟦“十五五”⟧规划项目”的要求，围绕“建好水网，落实⟦”十五五“⟧规划”的主题。',
  ],
  good: [
    '根据《关于开好民主生活会的通知》，现报告如下。',
    '1）加强学习。2）改进作风。',
    '做到“知其然，也知其‘所以然’”。',
    '（一）存在的问题（含上级点出的问题）',
    '增强“四个意识”坚定“四个自信”做到“两个维护”，A) 选项和(2)款。',
  ],
}

function observed(line: VisibleLine, { from, to, kind }: UnpairedSign): Observation {
  const words = line.plain.slice(from, to)
  const inside = words.slice(1, -1)
  const place = line.spanOf(from, to)
  switch (kind) {
    case 'two-widths':
      return { place, message: `“${words}”的括号一半是全角一半是半角，请改成一样`, suggestion: `（${inside}）` }
    case 'turned':
      return { place, message: `引号${words}的方向反了，请改成“${inside}”`, suggestion: `“${inside}”` }
    case 'nested':
      return { place, message: `引号里面再用引号，里层的${words}应当用单引号`, suggestion: `‘${inside}’` }
    case 'single-and-double':
      return { place, message: '引号前后不一致，一边是双引号一边是单引号，请改成一对' }
    case 'lone-closing':
      return { place, message: `${NAMES[words] ?? '括号'}只有后半边 ${words} ，请补上前半边或删去` }
    case 'lone-opening':
      return {
        place: line.spanOf(from, clauseEnd(line.plain, to)),
        message: `${NAMES[words] ?? '括号'}只有前半边 ${words} ，请补上后半边 ${PARTNERS[words]}`,
      }
  }
}

/** Where the clause ends in which the other half is missing. */
function clauseEnd(plain: string, from: number): number {
  const rest = plain.slice(from, from + LONGEST - 1)
  const stop = rest.search(/[，。；：\n]/)
  return from + (stop >= 0 ? stop : rest.length)
}
