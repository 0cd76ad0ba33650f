import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleOutlined,
  HistoryOutlined,
  MinusCircleOutlined,
  QuestionCircleOutlined,
} from '@ant-design/icons'
import { type OccurrenceState, occurrenceStateNames } from '@duizhao/contract'
import type { ReactNode } from 'react'

export const stateIcons: Readonly<Record<OccurrenceState, ReactNode>> = {
  met: <CheckCircleOutlined />,
  late: <HistoryOutlined />,
  missing: <ExclamationCircleOutlined />,
  pending: <ClockCircleOutlined />,
  not_applicable: <MinusCircleOutlined />,
  waived: <MinusCircleOutlined />,
  unknown: <QuestionCircleOutlined />,
}

const shown: readonly (readonly [OccurrenceState, string])[] = [
  ['met', '做了，按时'],
  ['late', '过了期限才做'],
  ['missing', '过了期限没有做，以后补了也看得出'],
  ['pending', '期限没有到'],
  ['waived', '写了原因'],
  ['not_applicable', '写了原因'],
  ['unknown', '开始在这里记以前的，或依据没有核实的'],
]

/** What the colours and words of the grid mean. */
export function Legend() {
  return (
    <ul className="duty-legend" aria-label="图例">
      {shown.map(([state, words]) => (
        <li key={state}>
          <span className={`duty-cell is-${state}`}>
            <span aria-hidden="true">{stateIcons[state]}</span> {occurrenceStateNames[state]}
          </span>{' '}
          <span className="quiet">{words}</span>
        </li>
      ))}
    </ul>
  )
}
