import { endpoints, type RecordReading, type WorkRecordDetail } from '@duizhao/contract'
import { Link, useSearch } from '@tanstack/react-router'
import { Alert, Button, Form, Steps } from 'antd'
import { useState } from 'react'
import { FileDrop } from '../../platform/archetypes/import-page.tsx'
import { LinkButton } from '../../platform/archetypes/link-button.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { showRefusal } from '../../platform/archetypes/refused-form.ts'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { sentenceOf, upload, useChange } from '../../platform/service/api.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'
import { markedPieces, marksOf } from './marked-pieces.ts'
import { valuesOfReading } from './reading-values.ts'
import { RecordFieldInputs } from './record-field-inputs.tsx'
import { bodyOf, type RecordValues } from './record-values.ts'
import './records.css'
import { recordsSearchOf } from './records-search.ts'
import { sameRecordOf } from './same-record.ts'

/** Minutes that somebody already wrote: file, what we understood beside its text, and a record once a person has confirmed it. */
export function RecordFilePage() {
  const search = recordsSearchOf(useSearch({ strict: false }))
  const granted = grantedOver(useSession(), 'record.read')[0]?.id
  const [organisationId, setOrganisationId] = useState(search.organisationId ?? granted)
  const [reading, setReading] = useState<RecordReading | null>(null)
  const [made, setMade] = useState<WorkRecordDetail | null>(null)
  const [share, setShare] = useState<number | null>(null)
  const [fault, setFault] = useState('')
  const read = async (file: File): Promise<void> => {
    setFault('')
    setShare(0)
    try {
      const given = { params: { organisationId: organisationId ?? '' }, file }
      setReading(await upload(endpoints.previewRecordFile, given, setShare))
    } catch (error) {
      setFault(sentenceOf(error))
    }
    setShare(null)
  }
  const again = (): void => {
    setReading(null)
    setMade(null)
  }
  return (
    <Page title="从文件录入" facts="会议记录、学习记录、谈话记录；确认以前什么都不写入">
      <Steps
        className="before-form"
        current={made !== null ? 2 : reading !== null ? 1 : 0}
        items={[{ title: '选文件' }, { title: '对照原文确认' }, { title: '记下' }]}
        responsive={false}
        size="small"
      />
      {fault !== '' && <Alert type="error" title={fault} role="alert" className="before-form" />}
      {reading === null && made === null && (
        <FileDrop
          target={<OrganisationSelect isPlain label="记入组织" value={organisationId} onChange={setOrganisationId} />}
          prompt="把写好的记录（Word、WPS、PDF 等）拖到这里，或点一下选择。"
          isReady={organisationId !== undefined}
          share={share}
          onFile={(file) => void read(file)}
        />
      )}
      {reading !== null && made === null && (
        <Understood
          key={reading.id ?? reading.fileName}
          {...{ reading, organisationId: organisationId ?? '' }}
          onMade={setMade}
          onAgain={again}
        />
      )}
      {made !== null && (
        <>
          <Alert type="success" role="status" className="before-form" title={`已记下：${made.name}。`} />
          <p className="actions">
            <Button type="primary" onClick={again}>
              再录一份
            </Button>
            <LinkButton to="/records/$recordId" params={{ recordId: made.id }}>
              打开这次记录
            </LinkButton>
          </p>
        </>
      )}
    </Page>
  )
}

interface UnderstoodProps {
  readonly reading: RecordReading
  readonly organisationId: string
  readonly onMade: (record: WorkRecordDetail) => void
  readonly onAgain: () => void
}

/** The text with the places that were read, and the fields to be confirmed beside it. */
function Understood({ reading, organisationId, onMade, onAgain }: UnderstoodProps) {
  const [form] = Form.useForm<RecordValues>()
  const create = useChange(endpoints.createRecord)
  const [fault, setFault] = useState('')
  const [same, setSame] = useState(reading.same)
  const save = async (values: RecordValues): Promise<void> => {
    setFault('')
    try {
      const body = { ...bodyOf(values), state: 'kept' as const, readingId: reading.id }
      onMade(await create.mutateAsync({ params: { organisationId }, body }))
    } catch (error) {
      setSame(sameRecordOf(error))
      setFault(showRefusal(form, error))
    }
  }
  const { host, participants } = reading
  const unclear = [...(host === null ? [] : [host]), ...participants].filter(({ person }) => person === null)
  const present = [
    ...(host?.person ? [host.person] : []),
    ...participants.flatMap((one) => [...(one.person ? [one.person] : []), ...one.candidates]),
  ]
  return (
    <>
      {same !== null && (
        <Alert
          type="warning"
          role="alert"
          className="before-form"
          title={
            <>
              已经录入过：
              <Link to="/records/$recordId" params={{ recordId: same.id }}>
                {same.name}
              </Link>
            </>
          }
        />
      )}
      {unclear.length > 0 && (
        <Alert
          type="info"
          className="before-form"
          title={`有 ${unclear.length} 个人拿不准是谁，请选：${unclear.map(({ name, candidates }) => nameAndCandidates(name, candidates)).join('；')}。`}
        />
      )}
      <div className="record-reading">
        <section className="record-text" aria-label={`原文：${reading.fileName}`} tabIndex={0}>
          {markedPieces(reading.text, marksOf(reading)).map(({ words, read }, at) =>
            read === null ? (
              <span key={at}>{words}</span>
            ) : (
              <mark key={at} title={read}>
                {words}
              </mark>
            ),
          )}
        </section>
        <Form<RecordValues>
          form={form}
          layout="vertical"
          requiredMark={false}
          scrollToFirstError
          initialValues={valuesOfReading(reading)}
          onFinish={(values) => void save(values)}
          aria-label="读出来的内容"
        >
          {fault !== '' && <Alert type="error" title={fault} role="alert" className="before-form" />}
          <RecordFieldInputs organisationId={organisationId} present={present} />
          <p className="actions">
            <Button type="primary" htmlType="submit" disabled={reading.id === null} loading={create.isPending}>
              对过原文，记下
            </Button>
            <Button onClick={onAgain}>换一份文件</Button>
          </p>
        </Form>
      </div>
    </>
  )
}

function nameAndCandidates(name: string, candidates: readonly { readonly name: string }[]): string {
  return candidates.length === 0
    ? `“${name}”没有找到`
    : `“${name}”可能是${candidates.map((candidate) => candidate.name).join('、')}`
}
