import type { SessionWhole } from '@duizhao/contract'
import type { Pair } from './next-pair.ts'
import { pairOf } from './with-waiting.ts'

interface RemarkMatrixProps {
  readonly people: SessionWhole['expected']
  readonly said: ReadonlyMap<string, number>
  readonly chosen: Pair
  readonly onChoose: (pair: Pair) => void
}

/** Who has spoken of whom: n(n−1) cells, and what each said of himself; an empty one is chosen to type it. */
export function RemarkMatrix({ people, said, chosen, onChoose }: RemarkMatrixProps) {
  const cells = people.length * (people.length - 1)
  const filled = people.flatMap((from) =>
    people.filter((about) => about !== from && said.has(pairOf(from.id, about.id))),
  )
  return (
    <div className="session-matrix">
      <table aria-label="批评意见对照表">
        <caption>
          相互批评：应有 {cells} 组，已有 {filled.length} 组
        </caption>
        <thead>
          <tr>
            <th scope="col">提出人＼对象</th>
            {people.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((from) => (
            <tr key={from.id}>
              <th scope="row">{from.name}</th>
              {people.map((about) => {
                const count = said.get(pairOf(from.id, about.id)) ?? 0
                const isSelf = from.id === about.id
                const words = count > 0 ? `${isSelf ? '自评 ' : ''}${count}` : isSelf ? '自评' : '缺'
                const isChosen = chosen.fromId === from.id && chosen.aboutId === about.id
                return (
                  <td key={about.id} className={count > 0 ? 'is-said' : undefined}>
                    <button
                      type="button"
                      aria-pressed={isChosen}
                      aria-label={`${from.name}${isSelf ? (count > 0 ? `自评 ${count} 条` : '自评，缺') : `对${about.name}，${count > 0 ? `${count} 条` : '缺'}`}`}
                      onClick={() => onChoose({ fromId: from.id, aboutId: about.id })}
                    >
                      {words}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
