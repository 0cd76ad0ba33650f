import type { MonthCount } from './every-month.ts'

const WIDTH = 720
const HEIGHT = 240
const BASE = 196
/** Below the legend, with room for the number on the longest bar. */
const TOP = 48

/**
 * Registered and struck off, month by month: hollow and solid bars with their numbers, readable in grey and in print. What
 * was entered later stands on top of each in grey.
 */
export function MonthChart({ months }: { readonly months: readonly MonthCount[] }) {
  const most = Math.max(
    1,
    ...months.flatMap((each) => [each.registered + each.registeredLate, each.struckOff + each.struckOffLate]),
  )
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
      <rect x={132} y={10} width={12} height={12} className="late" />
      <text x={150} y={20}>
        补记
      </text>
      <line x1={12} x2={WIDTH - 12} y1={BASE} y2={BASE} stroke="currentColor" />
      {months.map(({ month, ...count }, at) => {
        const middle = 12 + step * (at + 0.5)
        return (
          <g key={month}>
            <Bar
              x={middle - bar - 1}
              width={bar}
              count={count.registered}
              late={count.registeredLate}
              most={most}
              kind="registered"
            />
            <Bar
              x={middle + 1}
              width={bar}
              count={count.struckOff}
              late={count.struckOffLate}
              most={most}
              kind="struck-off"
            />
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
  readonly late: number
  readonly most: number
  readonly kind: 'registered' | 'struck-off'
}

/** A bar with its sum above; on what was known in its month stands what was entered later; what was a mistake is not drawn. */
function Bar({ x, width, count, late, most, kind }: BarProps) {
  if (count + late === 0) return null
  const heightOf = (part: number): number => ((BASE - TOP) * part) / most
  const [known, added] = [heightOf(count + Math.min(late, 0)), heightOf(Math.max(late, 0))]
  return (
    <>
      {count > 0 && <rect x={x} y={BASE - known} width={width} height={known} className={kind} />}
      {late > 0 && <rect x={x} y={BASE - known - added} width={width} height={added} className="late" />}
      <text x={x + width / 2} y={BASE - known - added - 4} textAnchor="middle">
        {count + late}
      </text>
    </>
  )
}
