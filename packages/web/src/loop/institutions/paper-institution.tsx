import {
  type Answer,
  endpoints,
  type Institution,
  type InstitutionLook,
  lookResultNames,
  type Paper,
} from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { sentenceOf, useChange, useRead } from '../../platform/service/api.ts'
import { changeInChinese, LookState, stateInChinese } from './institution-words.tsx'
import { KeepForm } from './keep-form.tsx'
import { LookForm } from './look-form.tsx'
import { RepealForm } from './repeal-form.tsx'

/** What a paper is as an institution: since when it holds, what it came of, whether it is carried out. */
export function PaperInstitution({ paper }: { readonly paper: Paper }) {
  const isRules = paper.kind === 'rules' && paper.state !== 'void'
  const { data, error } = useRead(endpoints.readInstitution, { params: { paperId: paper.id } }, isRules)
  if (error)
    return (
      <p className="fault" role="alert">
        {sentenceOf(error)}
      </p>
    )
  if (data === undefined || (data.institution === null && !data.mayKeep)) return null
  return (
    <section aria-label="制度">
      <h2>制度</h2>
      {data.institution === null ? (
        <Register paper={paper} />
      ) : (
        <Kept paper={paper} told={data} institution={data.institution} />
      )}
    </section>
  )
}

function Register({ paper }: { readonly paper: Paper }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <p className="quiet">登记为制度以后，列入制度汇编目录，计入制定、修订的数，施行六个月以后提醒检查是否执行。</p>
      <Button onClick={() => setOpen(true)}>登记制度</Button>
      {isOpen && <KeepForm paper={paper} institution={null} onClose={() => setOpen(false)} />}
    </>
  )
}

interface KeptProps {
  readonly paper: Paper
  readonly institution: Institution
  readonly told: Answer<typeof endpoints.readInstitution>
}

function Kept({ paper, institution, told: { looks, sources, mayKeep, mayLook } }: KeptProps) {
  const [open, setOpen] = useState<'keep' | 'look' | 'repeal' | null>(null)
  const close = (): void => setOpen(null)
  const { repealedOn, repealReason, effectiveOn, responsible } = institution
  return (
    <>
      <dl className="facts">
        <dt>制定、修订</dt>
        <dd>{changeInChinese(institution)}</dd>
        <dt>施行日期</dt>
        <dd>{dateInChinese(effectiveOn)}</dd>
        <dt>状态</dt>
        <dd>
          {stateInChinese(institution)}
          {repealReason !== '' && `：${repealReason}`}
        </dd>
        <dt>责任人</dt>
        <dd>{responsible.name}</dd>
        <dt>是否执行</dt>
        <dd>
          <LookState institution={institution} />
        </dd>
        <dt>出自的问题</dt>
        <dd>
          {sources.length === 0 && <span className="quiet">还没有。在问题页上“关联制度”。</span>}
          {sources.map(({ problem: { id, number, text }, measure }) => (
            <div key={id}>
              <Link to="/problems/$problemId" params={{ problemId: id }}>
                {number} 号：{text}
              </Link>
              {measure !== null && <div className="quiet">措施：{measure}</div>}
            </div>
          ))}
        </dd>
      </dl>
      <p className="actions not-printed">
        {mayLook && (
          <Button type="primary" onClick={() => setOpen('look')}>
            记录检查结果
          </Button>
        )}
        {mayKeep && (
          <>
            <Button onClick={() => setOpen('keep')}>更正登记</Button>
            {repealedOn === null ? (
              <Button onClick={() => setOpen('repeal')}>废止</Button>
            ) : (
              <TakeBack paperId={paper.id} what="repeal" />
            )}
            {looks.length === 0 && <TakeBack paperId={paper.id} what="keep" />}
          </>
        )}
      </p>
      {looks.map((look) => (
        <Look key={look.id} look={look} />
      ))}
      {open === 'keep' && <KeepForm paper={paper} institution={institution} onClose={close} />}
      {open === 'look' && <LookForm institution={institution} onClose={close} />}
      {open === 'repeal' && <RepealForm institution={institution} onClose={close} />}
    </>
  )
}

function Look({ look: { on, result, text, record, by } }: { readonly look: InstitutionLook }) {
  return (
    <div className="piece">
      <strong>
        {dateInChinese(on)}检查：{lookResultNames[result]}
      </strong>
      {text !== '' && <p>{text}</p>}
      {record !== null && (
        <p>
          <Link to="/records/$recordId" params={{ recordId: record.id }}>
            履职记录：{record.name}
          </Link>
        </p>
      )}
      <span className="quiet">{by}记</span>
    </div>
  )
}

/** Takes back what was said by mistake: that it is repealed, or an institution at all. */
function TakeBack({ paperId, what }: { readonly paperId: string; readonly what: 'keep' | 'repeal' }) {
  const { message } = App.useApp()
  const repeal = useChange(endpoints.repealInstitution)
  const remove = useChange(endpoints.removeInstitution)
  const params = { paperId }
  const take = async (): Promise<void> => {
    try {
      await (what === 'keep'
        ? remove.mutateAsync({ params })
        : repeal.mutateAsync({ params, body: { repealed: null } }))
      void message.success(what === 'keep' ? '已撤销登记，文稿还在。' : '已撤回废止。')
    } catch (refused) {
      void message.error(sentenceOf(refused))
    }
  }
  return (
    <Button loading={repeal.isPending || remove.isPending} onClick={() => void take()}>
      {what === 'keep' ? '撤销登记' : '撤回废止'}
    </Button>
  )
}
