import { CheckOutlined, ClockCircleOutlined, EditOutlined, RollbackOutlined, StopOutlined } from '@ant-design/icons'
import {
  findingsInWords,
  PaperKind,
  paperKindNames,
  type PaperReading,
  type PaperState,
  paperStateNames,
} from '@duizhao/contract'

/** The kinds of papers, to choose from. */
export const paperKindOptions = PaperKind.options.map((value) => ({ value, label: paperKindNames[value] }))

const SIGNS = {
  draft: EditOutlined,
  submitted: ClockCircleOutlined,
  returned: RollbackOutlined,
  approved: CheckOutlined,
  issued: CheckOutlined,
  void: StopOutlined,
} as const satisfies Readonly<Record<PaperState, unknown>>

/** A state by sign and word. */
export function PaperStateTag({ state }: { readonly state: PaperState }) {
  const Sign = SIGNS[state]
  return (
    <span className={state === 'returned' ? 'unbroken amiss' : 'unbroken'}>
      <Sign aria-hidden="true" /> {paperStateNames[state]}
    </span>
  )
}

/** What the engine read in a version, in one line. */
export function readingInChinese(reading: PaperReading | null): string {
  if (reading === null) return '读不出文字（扫描件、图片等），没有审核'
  const { characters, problems, causes, measures } = reading
  const parts = [
    [problems, '问题'],
    [causes, '原因'],
    [measures, '措施'],
  ] as const
  const held = parts.flatMap(([count, name]) => (count === 0 ? [] : [`${name} ${count} 个`]))
  return `${characters} 字${held.length === 0 ? '' : `，${held.join('、')}`}；${findingsInWords(reading)}`
}
