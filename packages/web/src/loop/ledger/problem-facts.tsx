import { problemClassNames, type ProblemDetail, problemSourceNames, unitNumberWords } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { dateInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import { Deadline } from './state-tag.tsx'

/** What is known of a problem, a line each; what is not known is left out. */
export function ProblemFacts({ problem }: { readonly problem: ProblemDetail }) {
  const { organisation, source, aspect, lead, handler, about, registeredOn, lookBackOn, provedOn } = problem
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      '单位',
      <Link key="unit" to="/ledger" search={{ organisationId: organisation.id }}>
        {organisation.name}
      </Link>,
    ],
    ['编号', String(problem.number)],
    ['单位内编号', unitNumberWords(problem)],
    ['时限', <Deadline key="due" problem={problem} today={todayInChina()} />],
    ['责任领导', lead?.name ?? '还没有分派'],
    ['责任人', handler?.name ?? ''],
    ['关于', about === null ? '' : `${about.name}（内容只有本人、责任领导和责任人、组织和审批的人看得到）`],
    ['来源', problemSourceNames[source]],
    ['类型', problemClassNames[problem.class]],
    ['方面', aspect],
    ['登记', dateInChinese(registeredOn)],
    ['回头看', lookBackOn === null ? '' : dateInChinese(lookBackOn)],
    ['认定有效', provedOn === null ? '' : dateInChinese(provedOn)],
  ]
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} value`}>{value}</dd>])}
    </dl>
  )
}

const relations = { relapse: '反弹后登记为', split: '拆成', merge: '并入' } as const

/** Where a problem came from and what goes on in its stead. */
export function Relatives({ problem }: { readonly problem: ProblemDetail }) {
  const { relapseOf, heirs } = problem
  if (relapseOf === null && heirs.length === 0) return null
  return (
    <p>
      {relapseOf !== null && (
        <>
          原来销号的{' '}
          <Link to="/problems/$problemId" params={{ problemId: relapseOf.id }}>
            问题 {relapseOf.number} 号
          </Link>{' '}
          反弹。
        </>
      )}
      {heirs.map(({ id, number, relation }) => (
        <span key={id}>
          {relations[relation]}{' '}
          <Link to="/problems/$problemId" params={{ problemId: id }}>
            问题 {number} 号
          </Link>
          。
        </span>
      ))}
    </p>
  )
}

/** What was found and why, what is to be reached, what was. */
export function ProblemTexts({ problem }: { readonly problem: ProblemDetail }) {
  const { text, cause, goal, result, exception } = problem
  const texts = [
    ['问题', text],
    ['原因', cause],
    ['整改目标', goal],
    ['整改成效', result],
    ['条件没有全部满足而申请销号的理由', exception],
  ] as const
  return texts
    .filter(([, written]) => written !== '')
    .map(([name, written]) => (
      <section key={name} aria-label={name}>
        <h2>{name}</h2>
        <p className="written">{written}</p>
      </section>
    ))
}
