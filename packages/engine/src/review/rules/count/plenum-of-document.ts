import { adoptedDocuments } from '../../../standards/plenums.ts'
import { heldPlenumsIn, type NamedPlenum } from '../../../wording/plenums.ts'
import type { Rule } from '../../rule.ts'
import { reportFound } from '../../visible-lines.ts'

interface Adopting extends NamedPlenum {
  readonly document: (typeof adoptedDocuments)[number]
}

/** What says that the plenum before it adopted what comes: 审议通过的《…》, 通过了《…》. */
const ADOPTED = /^[^，。；\n]{0,8}(?:审议并?|表决)?通过(?:了|的)?/
/** As far as a document's title reaches behind that. */
const FURTHEST = 70

function adoptingIn(text: string): Adopting[] {
  return heldPlenumsIn(text).flatMap((named) => {
    const adopted = ADOPTED.exec(text.slice(named.end, named.end + FURTHEST))?.[0]
    if (adopted === undefined) return []
    const from = named.end + adopted.length
    const behind = /^[^。；\n]*/.exec(text.slice(from, from + FURTHEST))?.[0] ?? ''
    return adoptedDocuments.flatMap((document) => {
      const match = document.title.exec(behind)
      return match === null ? [] : [{ ...named, end: from + match.index + match[0].length, document }]
    })
  })
}

const NUMERALS = '一二三四五六七'

export const plenumOfDocument: Rule = {
  id: 'count/plenum-of-document',
  name: '文件不是这次全会通过的',
  severity: 'warning',
  why: '哪次全会通过了哪个文件是公开的，写错说明没有核对原文。',
  source: { title: '历次中央全会公报', known: 'regulation' },
  *check(context) {
    yield* reportFound(context, adoptingIn, ({ plenum, isLater, document }) => {
      if (!isLater && plenum.congress === document.congress && plenum.session === document.session) return null
      const numeral = NUMERALS.charAt(document.session - 1)
      return { message: `${document.name}是党的${document.congress}届${numeral}中全会通过的，请核对` }
    })
  },
  bad: [
    '认真学习⟦党的二十届二中全会审议通过的《中共中央关于进一步全面深化改革、推进中国式现代化的决定⟧》。',
    '⟦党的十九届五中全会通过的《中共中央关于党的百年奋斗重大成就和历史经验的决议⟧》学得不深。',
    '⟦党的二十届三中全会审议通过“十五五”规划建议⟧后，传达不及时。',
  ],
  good: [
    '认真学习党的二十届三中全会审议通过的《中共中央关于进一步全面深化改革、推进中国式现代化的决定》。',
    '学习党的二十届三中全会精神，研读《中共中央关于党的百年奋斗重大成就和历史经验的决议》。',
    '党的二十届四中全会审议通过《中共中央关于制定国民经济和社会发展第十五个五年规划的建议》后，及时传达。',
  ],
}
