import type { Part } from '../../outline/part.ts'
import type { Span } from '../../span.ts'

/** Chapters that list no problems of the inspection. */
const OTHER_CHAPTER =
  /意见建议|工作建议|整改建议|整改要求|工作要求|总体要求|指导思想|基本原则|组织领导|组织推进|推进情况|保障措施|工作保障|工作措施$|主要做法|工作开展|整改成效|取得.{0,4}成效|下一步|下步|今后|有关要求|工作打算|工作安排|方法步骤|实施步骤|移交|联系方式|基本情况|巡[视察].{0,6}(?:工作)?概况|总体评价/
/** A heading that finds fault lists problems, whatever else it names. */
const FAULT = /有?差距|不够|不力|不到位|不足|薄弱|短板|欠缺|不实|不严|滞后|突出|不深|缺位|弱化/

/** The parts of a list; what stands behind a label belongs to its problem. */
export function ownParts({ children }: Part): Part[] {
  return children.filter(({ inline, labels }) => !inline && labels !== true)
}

/** The lowest numbered parts of the chapters that list problems; the chapters themselves where they are a flat list. */
export function listedParts(root: Part, text: string): Part[] {
  const lowest = (part: Part): Part[] => {
    const children = ownParts(part)
    return children.length === 0 ? [part] : withoutEnding(children, text).flatMap(lowest)
  }
  const chapters = chaptersOfProblems(ownParts(root), text)
  const listed = chapters.flatMap((chapter) => (ownParts(chapter).length === 0 ? [] : lowest(chapter)))
  return listed.length === 0 && isFlatList(chapters, text) ? withoutEnding(chapters, text) : listed
}

/** Parts without those whose heading says that they list no problems of the inspection. */
export function chaptersOfProblems(parts: readonly Part[], text: string): Part[] {
  return parts.filter(({ heading }) => {
    const words = text.slice(heading.start, heading.end)
    return FAULT.test(words) || !OTHER_CHAPTER.test(words)
  })
}

const SHORTEST_LIST = 3
/** What a heading of a chapter does not say, and a problem does. */
const SHORTCOMING = /问题|不|未|没有|缺|差|弱|流于|雷同|超期|过期|重.{1,6}轻/

/** Numbered items one below the other, without chapters over them. Items marked 一、 are chapters unless they name shortcomings. */
export function isFlatList(parts: readonly Part[], text: string): boolean {
  const short = parts.filter(({ heading }) => SHORTCOMING.test(text.slice(heading.start, heading.end)))
  const isItems = parts.every(({ family }) => family !== 'chapter' && family !== 'comma' && family !== 'unnumbered')
  return parts.length >= SHORTEST_LIST && (isItems || short.length * 2 > parts.length)
}

/** Where each item is one paragraph, so is the last: a closing sentence, the signature and the date are none of it. */
export function withoutEnding(parts: readonly Part[], text: string): Part[] {
  const lineEnd = ({ start, end }: Span): number => {
    const at = text.slice(start, end).trimEnd().indexOf('\n')
    return at < 0 ? end : start + at
  }
  const before = parts.slice(0, -1)
  const last = parts.at(-1)
  const isOneEach = before.length > 0 && before.every((part) => lineEnd(part) === part.end)
  if (last === undefined || last.children.some(({ inline }) => !inline) || !isOneEach) return [...parts]
  return [...before, { ...last, end: lineEnd(last) }]
}
