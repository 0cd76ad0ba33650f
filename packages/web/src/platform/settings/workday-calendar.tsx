import { endpoints } from '@duizhao/contract'
import { Alert, Button, Radio } from 'antd'
import { useState } from 'react'
import { DateField } from '../archetypes/date-field.tsx'
import { dateInChinese, todayInChina } from '../archetypes/dates.ts'
import { List } from '../archetypes/list.tsx'
import { sentenceOf, useChange, useRead } from '../service/api.ts'

/** Days the office works or rests otherwise than the State Council has arranged. */
export function WorkdayCalendar() {
  const [date, setDate] = useState<string | null>(null)
  const [isWorkday, setWorkday] = useState(false)
  const year = Number((date ?? todayInChina()).slice(0, 4))
  const { data, error } = useRead(endpoints.readCalendar, { query: { year } })
  const change = useChange(endpoints.setCalendarDay)
  const set = (day: string, value: boolean | null): void =>
    change.mutate({ params: { date: day }, body: { isWorkday: value } })
  return (
    <section aria-label="工作日历">
      <h2>工作日历</h2>
      <p className="quiet">超期按工作日算。放假和调休照国务院办公厅的安排，本单位另有安排的在这里调整。</p>
      {change.error && <Alert type="error" role="alert" title={sentenceOf(change.error)} />}
      <div className="filters">
        <DateField label="日期" value={date} onChange={setDate} />
        <Radio.Group
          value={isWorkday}
          onChange={({ target }) => setWorkday(target.value === true)}
          options={[
            { value: false, label: '休息' },
            { value: true, label: '上班' },
          ]}
        />
        <Button
          disabled={date === null}
          loading={change.isPending}
          onClick={() => (date === null ? undefined : set(date, isWorkday))}
        >
          调整这一天
        </Button>
      </div>
      <List
        label={`${year} 年调整过的日子`}
        rows={data?.days.filter(({ isSetHere }) => isSetHere)}
        error={error}
        keyOf={(day) => day.date}
        whenEmpty={`${year} 年没有调整。`}
        columns={[
          { header: '日期', cell: (day) => dateInChinese(day.date) },
          { header: '安排', cell: (day) => (day.isWorkday ? '上班' : '休息') },
          {
            header: '操作',
            cell: (day) => (
              <Button size="small" onClick={() => set(day.date, null)}>
                恢复国务院的安排
              </Button>
            ),
          },
        ]}
      />
    </section>
  )
}
