interface MonthCount {
  /** `yyyy-mm` */
  readonly month: string
  readonly registered: number
  readonly struckOff: number
}

const WIDTH = 720
const HEIGHT = 240
const BASE = 196
const TOP = 36

/** Registered and struck off, month by month: hollow and solid bars with their numbers, readable in grey and in print. */
export function MonthChart({ months }: { readonly months: readonly MonthCount[] }) {
  const most = Math.max(1, ...months.flatMap(({ registered, struckOff }) => [registered, struckOff]))
  const step = (WIDTH - 24) / months.length
  const bar = Math.min(24, step * 0.36)
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="chart"
      role="img"
      aria-label="每月登记和销号的问题数，数字见旁边的表"
    >
      <rect x={12} y={10} width={12} height={12} className="registered" />
      <text x={30} y={20}>
        登记
      </text>
      <rect x={72} y={10} width={12} height={12} className="struck-off" />
      <text x={90} y={20}>
        销号
      </text>
      <line x1={12} x2={WIDTH - 12} y1={BASE} y2={BASE} stroke="currentColor" />
      {months.map(({ month, registered, struckOff }, at) => {
        const middle = 12 + step * (at + 0.5)
        return (
          <g key={month}>
            <Bar x={middle - bar - 1} width={bar} count={registered} most={most} kind="registered" />
            <Bar x={middle + 1} width={bar} count={struckOff} most={most} kind="struck-off" />
            <text x={middle} y={BASE + 16} textAnchor="middle">
              {Number(month.slice(5))}月
            </text>
            {(at === 0 || month.endsWith('-01')) && (
              <text x={middle} y={BASE + 32} textAnchor="middle">
                {month.slice(0, 4)}年
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

interface BarProps {
  readonly x: number
  readonly width: number
  readonly count: number
  readonly most: number
  readonly kind: 'registered' | 'struck-off'
}

function Bar({ x, width, count, most, kind }: BarProps) {
  const height = ((BASE - TOP) * count) / most
  if (count === 0) return null
  return (
    <>
      <rect x={x} y={BASE - height} width={width} height={height} className={kind} />
      <text x={x + width / 2} y={BASE - height - 4} textAnchor="middle">
        {count}
      </text>
    </>
  )
}
