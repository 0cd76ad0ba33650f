import { endpoints } from '@duizhao/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { todayInChina } from '../../platform/archetypes/dates.ts'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { request, sentenceOf } from '../../platform/service/api.ts'
import type { RecordingProps } from './panel.ts'
import { PersonChoice } from './person-choice.tsx'
import { sessionQueryKey } from './use-outbox.ts'

/** What is set before the first word is said, and put right until the session ends. */
export function StartForm({ sessionKey, session, whole }: RecordingProps) {
  const { mayWrite, quorum, isBegun } = session
  const client = useQueryClient()
  const [onDay, setDay] = useState(session.onDay ?? todayInChina())
  const [place, setPlace] = useState(whole.place)
  const [hostId, setHost] = useState((isBegun ? whole.host?.id : whole.expected[0]?.id) ?? '')
  const [fault, setFault] = useState('')
  if (!mayWrite) return <p>会议还没有开始记。</p>
  const begin = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setFault('')
    try {
      const body = { onDay, place, hostId: hostId === '' ? null : hostId }
      client.setQueryData(
        sessionQueryKey(sessionKey),
        await request(endpoints.beginSession, { params: sessionKey, body }),
      )
    } catch (error) {
      setFault(sentenceOf(error))
    }
  }
  return (
    <form className="session-start" onSubmit={(event) => void begin(event)}>
      <label>
        召开日期
        <DateField
          value={onDay}
          onChange={(day) => setDay(day ?? todayInChina())}
          max={todayInChina()}
          label="召开日期"
        />
      </label>
      <label>
        地点
        <Input value={place} onChange={({ target }) => setPlace(target.value)} />
      </label>
      <PersonChoice label="主持人" people={whole.expected} value={hostId} onChange={setHost} mayBeEmpty />
      <Button type="primary" size="large" htmlType="submit">
        {isBegun ? '改好' : '开始'}
      </Button>
      {fault !== '' && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <p className="quiet">
        {quorum.expected === 0
          ? '这一天没有应到的人：请先在任职里登记班子成员、支部委员或党员。'
          : `应到 ${quorum.expected} 人，由任职推出；到了的不用记，只记没有到、中途离开的。`}
      </p>
    </form>
  )
}
