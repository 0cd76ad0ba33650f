import {
  type CampaignTemplate,
  endpoints,
  MeetingNotice,
  type NoticeReading,
  readMeetingNotice,
} from '@duizhao/contract'
import { Alert, App, Button, Select, Upload } from 'antd'
import { useState } from 'react'
import { sentenceOf, upload } from '../../platform/service/api.ts'
import { type CampaignValues, fromNotice, fromReading, fromTemplate } from './campaign-values.ts'

interface CampaignSourcesProps {
  readonly organisationId: string
  readonly templates: readonly CampaignTemplate[]
  /** What was read: it goes into the form, and a person looks at it before anything is entered. */
  readonly onRead: (values: Partial<CampaignValues>) => void
  /** The superior's notice as a file, and what it is called. */
  readonly onNotice: (notice: { readonly file: File; readonly title: string }) => void
}

/** From what a campaign can begin: a meeting of a past year, the superior's notice, or a notice file. */
export function CampaignSources({ organisationId, templates, onRead, onNotice }: CampaignSourcesProps) {
  const { message } = App.useApp()
  const [reading, setReading] = useState<NoticeReading | null>(null)
  const readFile = async (file: File): Promise<void> => {
    if (!file.name.endsWith('.json')) {
      try {
        const read = await upload(
          endpoints.previewCampaignNotice,
          { params: { organisationId }, file },
          () => undefined,
        )
        setReading(read)
        onRead(fromReading(read))
        onNotice({ file, title: read.title?.value ?? '' })
      } catch (refused) {
        void message.error(sentenceOf(refused))
      }
      return
    }
    const text = await file.text()
    const read = readMeetingNotice(text)
    if ('wrong' in read) return void message.error(read.wrong[0] ?? '这不是通知文件。')
    onRead(fromNotice(MeetingNotice.parse(JSON.parse(text.replace(/^\ufeff/, '')))))
    void message.success('已填好，请逐项核对，再补上时间。')
  }
  return (
    <>
      <div className="actions before-form">
        <Select<string>
          aria-label="从往年的模板开始"
          placeholder="从往年的模板开始"
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          options={templates.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => {
            const template = templates.find((one) => one.id === id)
            if (template !== undefined) onRead(fromTemplate(template))
          }}
        />
        <Upload
          showUploadList={false}
          beforeUpload={(file) => {
            void readFile(file)
            return false
          }}
        >
          <Button>读上级的通知</Button>
        </Upload>
      </div>
      {reading !== null && <Read reading={reading} />}
    </>
  )
}

const fieldNames = {
  cycleYear: '年度',
  theme: '主题',
  fromOn: '最早召开日期',
  untilOn: '最晚召开日期',
  leadWorkdays: '方案提前几个工作日',
  reportDays: '会后几天内上报',
} as const

/** What was read, from which words, and what has to be typed: a person confirms each. */
function Read({ reading }: { readonly reading: NoticeReading }) {
  const fields = Object.entries(fieldNames).map(([field, name]) => {
    const said = reading[field as keyof typeof fieldNames]
    return { name, words: said?.words ?? null }
  })
  const missing = fields.filter(({ words }) => words === null).map(({ name }) => name)
  return (
    <Alert
      type="info"
      className="before-form"
      title={`从《${reading.fileName}》读出来的已填在下面，请对照通知逐项核对。`}
      description={
        <ul>
          {fields.map(({ name, words }) => words !== null && <li key={name}>{`${name}：原文“${words}”`}</li>)}
          <li>
            方面 {reading.aspects.length} 个，对照 {reading.mirrors.length} 条，通报 {reading.reportItems.length} 条
          </li>
          {missing.length > 0 && <li>没有读出：{missing.join('、')}，请自己填</li>}
        </ul>
      }
    />
  )
}
