import { endpoints, invitedOf, isBallot, LEAST_INVITED, type OpenedRound, type RoundDetail } from '@duizhao/contract'
import { App, Button } from 'antd'
import { useState } from 'react'
import { DownloadButton } from '../../platform/archetypes/download-button.tsx'
import { request, sentenceOf, useChange } from '../../platform/service/api.ts'
import { DecideForm, VotesForm } from './ballot-forms.tsx'
import { CloseForm } from './close-form.tsx'
import { EnterOpinionForm } from './opinion-forms.tsx'
import { ChangeRoundForm } from './round-form.tsx'
import { VoidForm } from './void-form.tsx'

interface Props {
  readonly round: RoundDetail
  readonly onOpened: (opened: OpenedRound) => void
}

type Shown = 'change' | 'close' | 'void' | 'enter' | 'votes' | 'decide' | null

/** What can be done with a round as it stands, the next thing first. */
export function RoundActions({ round, onOpened }: Props) {
  const [shown, setShown] = useState<Shown>(null)
  const { kind, state, publishedOn, ballot } = round
  const hasVotes = ballot !== null && ballot.rows.length > 0
  const isSmall = invitedOf(round.groups) < LEAST_INVITED
  const hide = (): void => setShown(null)
  return (
    <>
      {state === 'draft' && !isSmall && <OpenButton round={round} onOpened={onOpened} />}
      {state === 'open' && (
        <Button type="primary" onClick={() => setShown('close')}>
          {isBallot(kind) ? '收回，计票' : '收回意见'}
        </Button>
      )}
      {state === 'draft' && isSmall && isBallot(kind) && (
        <Button type="primary" onClick={() => setShown('votes')}>
          录入计票
        </Button>
      )}
      {kind === 'appraisal' && hasVotes && (
        <Button type="primary" onClick={() => setShown('decide')}>
          评定等次
        </Button>
      )}
      {hasVotes && (
        <DownloadButton
          name={`${round.name}结果.docx`}
          fetchFile={() => request(endpoints.ballotPaper, { params: { roundId: round.id } })}
        >
          结果（Word）
        </DownloadButton>
      )}
      {state === 'draft' && isSmall && !isBallot(kind) && <EndSmallButton round={round} />}
      {state === 'closed' && publishedOn === null && !isBallot(kind) && <PublishButton round={round} />}
      {state !== 'void' && publishedOn === null && !isBallot(kind) && (
        <Button onClick={() => setShown('enter')}>代录意见</Button>
      )}
      {state === 'draft' && <Button onClick={() => setShown('change')}>修改</Button>}
      {(state === 'draft' || state === 'open') && <Button onClick={() => setShown('void')}>作废</Button>}
      {state === 'closed' && !isBallot(kind) && (
        <DownloadButton
          name={`${round.name}情况汇总.docx`}
          fetchFile={() => request(endpoints.roundSummary, { params: { roundId: round.id } })}
        >
          汇总（Word）
        </DownloadButton>
      )}
      {state === 'closed' && <Button onClick={() => print()}>打印</Button>}
      {shown === 'change' && <ChangeRoundForm round={round} onClose={hide} />}
      {shown === 'close' && <CloseForm round={round} onClose={hide} />}
      {shown === 'void' && <VoidForm round={round} onClose={hide} />}
      {shown === 'votes' && isBallot(kind) && <VotesForm round={round} kind={kind} onClose={hide} />}
      {shown === 'decide' && <DecideForm round={round} onClose={hide} />}
      {shown === 'enter' && <EnterOpinionForm round={round} onClose={hide} />}
    </>
  )
}

function OpenButton({ round, onOpened }: Props) {
  const open = useChange(endpoints.openRound)
  const { modal, message } = App.useApp()
  const ask = (): void => {
    modal.confirm({
      title: `开始征集“${round.name}”？`,
      content:
        '开始以后会给出三把钥匙和纸条，只显示这一次。请先请来保管钥匙的三个人，备好打印机。以后任意两把钥匙收回意见；丢了两把，这次征集就只能作废重来。',
      okText: '开始征集',
      cancelText: '先不开始',
      autoFocusButton: 'cancel',
      onOk: async () => {
        try {
          onOpened(await open.mutateAsync({ params: { roundId: round.id }, body: { version: round.version } }))
        } catch (error) {
          void message.error(sentenceOf(error))
        }
      },
    })
  }
  return (
    <Button type="primary" onClick={ask}>
      开始征集
    </Button>
  )
}

/** Ends a round of so few that nobody was asked by slips. */
function EndSmallButton({ round }: { readonly round: RoundDetail }) {
  const close = useChange(endpoints.closeRound)
  const { message } = App.useApp()
  const end = (): void =>
    close.mutate(
      { params: { roundId: round.id }, body: { keys: [], version: round.version } },
      { onError: (error) => void message.error(sentenceOf(error)) },
    )
  return (
    <Button type="primary" loading={close.isPending} onClick={end}>
      征求完了
    </Button>
  )
}

function PublishButton({ round: { id, version, unended } }: { readonly round: RoundDetail }) {
  const publish = useChange(endpoints.publishRound)
  const { message } = App.useApp()
  // Not by the callbacks of the button: it is gone as soon as the round is read anew.
  const send = async (): Promise<void> => {
    try {
      await publish.mutateAsync({ params: { roundId: id }, body: { version } })
      void message.success('已公布：凭原来的纸条看得到对班子的每条意见和结果。')
    } catch (error) {
      void message.error(sentenceOf(error))
    }
  }
  return (
    <Button
      type="primary"
      disabled={unended > 0}
      title={unended > 0 ? `还有 ${unended} 条意见没有结果` : undefined}
      loading={publish.isPending}
      onClick={() => void send()}
    >
      公布结果
    </Button>
  )
}
