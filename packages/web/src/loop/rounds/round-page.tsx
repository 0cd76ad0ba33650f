import {
  endpoints,
  isBallot,
  LEAST_SHOWN,
  type OpenedRound,
  type RoundDetail,
  roundKindNames,
  roundStateNames,
} from '@duizhao/contract'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import { useState } from 'react'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { sentenceOf, useRead } from '../../platform/service/api.ts'
import { BallotResult } from './ballot-result.tsx'
import { Handout } from './handout.tsx'
import { OpinionList } from './opinion-list.tsx'
import { RoundActions } from './round-actions.tsx'
import { whoSees } from './who-sees.ts'

/** One round: what is asked, how it stands, and what was said. */
export function RoundPage() {
  const { roundId = '' } = useParams({ strict: false })
  const { data, error } = useRead(endpoints.readRound, { params: { roundId } })
  if (data !== undefined) return <Read key={data.id} round={data} />
  return (
    <Page title="征求意见">
      {error ? (
        <>
          <p className="fault" role="alert">
            {sentenceOf(error)}
          </p>
          <Link to="/rounds">回到征求意见</Link>
        </>
      ) : (
        <Skeleton active aria-label="正在读取" />
      )}
    </Page>
  )
}

function Read({ round }: { readonly round: RoundDetail }) {
  // What opening gave is in this page alone: nobody can ask for it a second time.
  const [opened, setOpened] = useState<OpenedRound | null>(null)
  const { kind, name, state, mayWrite } = round
  if (opened !== null) return <Handout opened={opened} onDone={() => setOpened(null)} />
  return (
    <Page
      title={name}
      facts={`${round.organisation.name}，${roundKindNames[kind]}，${roundStateNames[state]}`}
      actions={mayWrite && <RoundActions round={round} onOpened={setOpened} />}
    >
      <Facts round={round} />
      <Groups round={round} />
      {!isBallot(kind) && (state === 'closed' || round.typed > 0) && <OpinionList round={round} />}
      {isBallot(kind) && state === 'closed' && <BallotResult round={round} kind={kind} />}
    </Page>
  )
}

function Facts({ round }: { readonly round: RoundDetail }) {
  const { kind, state, meeting, intro, aspects, about, answered, invited, typed, unended } = round
  const facts: readonly (readonly [string, string])[] = [
    ['截止日期', dateInChinese(round.closesOn)],
    ...(meeting === null ? [] : [['所属会议', meeting.name] as const]),
    ...(intro === '' ? [] : [['说明', intro] as const]),
    ...(aspects.length === 0 ? [] : [['方面', aspects.join('；')] as const]),
    [
      isBallot(kind) ? '对象' : '意见对象',
      [...(kind === 'appraisal' ? [] : ['领导班子']), ...about.map((person) => person.name)].join('、'),
    ],
    ['邀请', `${invited} 人`],
    ...(state === 'draft'
      ? []
      : [
          [
            '收到',
            answered === null
              ? `不足 ${LEAST_SHOWN} 份，收回以前不显示`
              : `${answered} ${isBallot(kind) ? '张' : '份'}`,
          ] as const,
        ]),
    ...(typed === 0 ? [] : [['代录', `${typed} 条，不算收到的份数`] as const]),
    ...(state === 'closed' && !isBallot(kind) ? [['还没有结果', `${unended} 条`] as const] : []),
    ...(round.publishedOn === null ? [] : [['公布结果', dateInChinese(round.publishedOn)] as const]),
    ...(round.fingerprint === '' ? [] : [['钥匙的指纹', round.fingerprint] as const]),
    ...(state === 'void' ? [['作废理由', round.voidReason] as const] : []),
  ]
  return (
    <>
      <Alert type="info" className="before-form not-printed" title={`谁看得见什么：${whoSees(kind)}`} />
      <dl className="facts">
        {facts.map(([term, words]) => [<dt key={term}>{term}</dt>, <dd key={`${term} value`}>{words}</dd>])}
      </dl>
    </>
  )
}

function Groups({ round: { kind, groups, state } }: { readonly round: RoundDetail }) {
  const isClosed = state === 'closed'
  const hidden = groups.some(({ isShown }) => !isShown)
  return (
    <section aria-label="征求的群体">
      <h2>征求的群体</h2>
      <List
        label="征求的群体"
        rows={groups}
        keyOf={({ name }) => name}
        whenEmpty="没有群体。"
        columns={[
          { header: '群体', cell: ({ name }) => name },
          { header: '邀请', cell: ({ invited }) => `${invited} 人` },
          ...(isClosed
            ? [
                {
                  header: '收到',
                  cell: ({ answered }: (typeof groups)[number]) => (answered === null ? '不单列' : `${answered} 份`),
                },
                ...(isBallot(kind)
                  ? []
                  : [
                      {
                        header: '意见',
                        cell: ({ isShown }: (typeof groups)[number]) => (isShown ? '单独列出' : '不写明是这个群体的'),
                      },
                    ]),
              ]
            : []),
        ]}
      />
      {isClosed && hidden && !isBallot(kind) && (
        <p className="quiet">
          不足 {LEAST_SHOWN} 份的群体，收到几份不单列，意见不写明是哪个群体的；单独列出以后剩下的不足 {LEAST_SHOWN}{' '}
          份，就再少列一个，相减也算不出来。
        </p>
      )}
    </section>
  )
}
