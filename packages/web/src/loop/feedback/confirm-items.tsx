import { endpoints, type FeedbackReading, type Inspection, type ProposedItem } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { App, Button, Checkbox, Empty, Input } from 'antd'
import { useState } from 'react'
import { sentenceOf, useChange } from '../../platform/service/api.ts'
import './feedback.css'

interface Row extends ProposedItem {
  readonly isChosen: boolean
}

interface Props {
  readonly inspection: Inspection
  readonly read: FeedbackReading
}

/** The items that were read, each to be corrected or left out; once they are entered, the way back and the way on. */
export function ConfirmItems({ inspection, read: { paper, items } }: Props) {
  const [rows, setRows] = useState<readonly Row[]>(() => items.map((item) => ({ ...item, isChosen: !item.isEntered })))
  const [entered, setEntered] = useState<readonly string[]>([])
  const [fault, setFault] = useState('')
  const enter = useChange(endpoints.enterFeedbackItems)
  const withdraw = useChange(endpoints.withdrawFeedbackItems)
  const { message } = App.useApp()
  const params = { inspectionId: inspection.id }
  const chosen = rows.filter(({ isChosen, isEntered }) => isChosen && !isEntered)
  const change = (at: number, part: Partial<Row>): void =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...part } : row)))
  const save = async (): Promise<void> => {
    setFault('')
    const said = chosen.map(({ begins, ends, category, aspect, text }) => ({
      ...{ category, aspect, text, place: { begins, ends } },
    }))
    try {
      const { itemIds } = await enter.mutateAsync({ params, body: { versionId: paper.versionId, items: said } })
      setEntered(itemIds)
      setRows(rows.map((row) => ({ ...row, isEntered: row.isEntered || row.isChosen })))
    } catch (error) {
      setFault(sentenceOf(error))
    }
  }
  const takeBack = async (): Promise<void> => {
    try {
      await withdraw.mutateAsync({ params, body: { itemIds: [...entered] } })
      setRows(rows.map((row) => (row.isChosen ? { ...row, isEntered: false } : row)))
      setEntered([])
      void message.success('已撤销这次登记，改好可以再登记。')
    } catch (error) {
      void message.error(sentenceOf(error))
    }
  }
  if (rows.length === 0)
    return (
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有读出问题。可以回到巡视巡察那一页，逐条手工补。" />
    )
  return (
    <>
      {entered.length > 0 ? (
        <div className="filters" role="status">
          已登记 {entered.length} 条。接着由班子成员认领、逐条列入台账。
          <Link
            to="/inspections/$organisationId/$inspectionId"
            params={{ organisationId: inspection.organisation.id, ...params }}
          >
            看登记的问题
          </Link>
          <Button size="small" loading={withdraw.isPending} onClick={() => void takeBack()}>
            撤销这次登记
          </Button>
        </div>
      ) : (
        <div className="filters">
          <Button type="primary" disabled={chosen.length === 0} loading={enter.isPending} onClick={() => void save()}>
            登记选中的 {chosen.length} 条
          </Button>
          <span className="quiet">
            《{paper.title}》第 {paper.ordinal} 版，读出 {rows.length} 条
          </span>
        </div>
      )}
      {fault !== '' && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <ol className="feedback-read" aria-label="读出的问题">
        {rows.map((row, at) => (
          <ReadItem key={`${row.begins}`} row={row} ordinal={at + 1} onChange={(part) => change(at, part)} />
        ))}
      </ol>
    </>
  )
}

interface ItemProps {
  readonly row: Row
  readonly ordinal: number
  readonly onChange: (part: Partial<Row>) => void
}

function ReadItem({ row, ordinal, onChange }: ItemProps) {
  const { category, aspect, text, isChosen, isEntered } = row
  const named = (what: string): string => `第 ${ordinal} 条的${what}`
  return (
    <li>
      <Checkbox
        aria-label={`登记第 ${ordinal} 条`}
        checked={isChosen || isEntered}
        disabled={isEntered}
        onChange={({ target }) => onChange({ isChosen: target.checked })}
      />
      {isEntered ? (
        <div>
          <div className="quiet">{[category, aspect, '已登记'].filter((words) => words !== '').join('　')}</div>
          {text}
        </div>
      ) : (
        <div>
          <div className="headings">
            <Input
              aria-label={named('大类')}
              placeholder="大类"
              value={category}
              onChange={({ target }) => onChange({ category: target.value })}
            />
            <Input
              aria-label={named('方面')}
              placeholder="方面"
              value={aspect}
              onChange={({ target }) => onChange({ aspect: target.value })}
            />
          </div>
          <Input.TextArea
            aria-label={named('问题')}
            autoSize={{ minRows: 1 }}
            value={text}
            onChange={({ target }) => onChange({ text: target.value })}
          />
        </div>
      )}
    </li>
  )
}
