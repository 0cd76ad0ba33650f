import {
  type CampaignDetail,
  campaignKnownNames,
  campaignKnowns,
  type CampaignTemplate,
  endpoints,
  meetingKindNames,
  meetingKinds,
  organisationKindNames,
  organisationKinds,
  sectionRoleNames,
  sectionRoles,
} from '@duizhao/contract'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { upload, useChange } from '../../platform/service/api.ts'
import { CampaignSources } from './campaign-sources.tsx'
import { anew, bodyOf, type CampaignValues, valuesOf } from './campaign-values.ts'

const shape = endpoints.createCampaign.body.shape

function optionsOf<Value extends string>(values: readonly Value[], names: Readonly<Record<Value, string>>) {
  return values.map((value) => ({ value, label: names[value] }))
}

interface NewProps {
  readonly organisationId: string
  readonly templates: readonly CampaignTemplate[]
  readonly onClose: () => void
}

/** A campaign from a template, from a notice, or typed. */
export function NewCampaignForm({ organisationId, templates, onClose }: NewProps) {
  const create = useChange(endpoints.createCampaign)
  const navigate = useNavigate()
  const [form] = Form.useForm<CampaignValues>()
  const [notice, setNotice] = useState<Notice | null>(null)
  const save = async (values: CampaignValues): Promise<void> => {
    const kept = notice === null ? null : await keptNotice(organisationId, notice)
    // Kept once, if what was typed is refused and sent again.
    setNotice(kept)
    const { id } = await create.mutateAsync({
      params: { organisationId },
      body: bodyOf({ ...values, noticePaperId: kept?.paperId ?? null }),
    })
    void navigate({ to: '/campaigns/$campaignId', params: { campaignId: id } })
  }
  return (
    <FormDialogue<CampaignValues>
      title="录入专题"
      okText="录入，先不发"
      form={form}
      draft={`campaign-${organisationId}`}
      width={860}
      initialValues={anew}
      onSave={save}
      onClose={onClose}
    >
      <CampaignSources
        organisationId={organisationId}
        templates={templates}
        onRead={(read) => form.setFieldsValue(read)}
        onNotice={setNotice}
      />
      {notice !== null && (
        <p className="quiet">录入时把《{notice.file.name}》存为文稿（通知），收到会议的组织可以下载。</p>
      )}
      <Fields />
    </FormDialogue>
  )
}

interface Notice {
  readonly file: File
  readonly title: string
  readonly paperId?: string
}

/** The superior's notice as a paper of the organisation. */
async function keptNotice(organisationId: string, notice: Notice): Promise<Notice> {
  if (notice.paperId !== undefined) return notice
  const { file, title } = notice
  const query = { kind: 'notice', ...(title === '' ? {} : { title }) } as const
  const { paper } = await upload(endpoints.createPaper, { params: { organisationId }, query, file }, () => undefined)
  return { ...notice, paperId: paper.id }
}

/** Changes what is asked; once it was sent, it says first whose meetings that touches. */
export function ChangeCampaignForm({
  campaign,
  onClose,
}: {
  readonly campaign: CampaignDetail
  readonly onClose: () => void
}) {
  const change = useChange(endpoints.changeCampaign)
  const { id, version, name, meetings, organisation } = campaign
  return (
    <FormDialogue<CampaignValues>
      title={`修改“${name}”`}
      okText={meetings === 0 ? '改好' : `改好，${meetings} 个组织照新的要求`}
      draft={`campaign-${id}-${version}`}
      width={860}
      initialValues={valuesOf(campaign)}
      onSave={(values) =>
        change.mutateAsync({
          params: { campaignId: id },
          body: { ...bodyOf({ ...values, noticePaperId: campaign.noticePaperId }), version },
        })
      }
      onClose={onClose}
    >
      {meetings > 0 && (
        <Alert
          type="warning"
          className="before-form"
          title={
            <>
              已经发给 {meetings} 个组织。改了时间、天数，它们没有办完的环节期限都会变：
              <Link to="/meeting-board" search={{ organisationId: organisation.id, campaignId: id, standing: 'open' }}>
                看是哪些组织
              </Link>
            </>
          }
        />
      )}
      <Fields />
    </FormDialogue>
  )
}

function Fields() {
  return (
    <>
      <Form.Item {...fieldOf(shape, 'name')} label="名称">
        <Input placeholder="如：2026年度民主生活会" />
      </Form.Item>
      <div className="pair">
        <Form.Item {...fieldOf(shape, 'kind')} label="会议种类">
          <Select options={optionsOf(meetingKinds, meetingKindNames)} />
        </Form.Item>
        <Form.Item {...fieldOf(shape, 'cycleYear')} label="年度" extra="不是召开的年份">
          <InputNumber min={2012} max={2100} />
        </Form.Item>
        <Form.Item {...fieldOf(shape, 'fromOn')} label="最早召开日期">
          <DateField />
        </Form.Item>
        <Form.Item {...fieldOf(shape, 'untilOn')} label="最晚召开日期">
          <DateField />
        </Form.Item>
        <Form.Item {...fieldOf(shape, 'leadWorkdays')} label="方案提前几个工作日报上级">
          <InputNumber min={0} max={60} />
        </Form.Item>
        <Form.Item {...fieldOf(shape, 'reportDays')} label="会后几天内上报">
          <InputNumber min={1} max={90} />
        </Form.Item>
      </div>
      <Form.Item {...fieldOf(shape, 'theme')} label="主题" extra="通知规定的，照原文">
        <Input.TextArea rows={2} />
      </Form.Item>
      <Aspects />
      <div className="pair">
        <Form.Item name="mirrors" label="方面之外还要对照的" extra="一行一条">
          <Input.TextArea rows={3} />
        </Form.Item>
        <Form.Item name="reportItems" label="会上要通报的" extra="一行一条">
          <Input.TextArea rows={3} />
        </Form.Item>
      </div>
      <Form.Item {...fieldOf(shape, 'requiredSections')} label="材料必有的部分">
        <Select mode="multiple" options={optionsOf(sectionRoles, sectionRoleNames)} />
      </Form.Item>
      <div className="pair">
        <Form.Item {...fieldOf(shape, 'bodyKinds')} label="下发的组织种类">
          <Select mode="multiple" options={optionsOf(organisationKinds, organisationKindNames)} />
        </Form.Item>
        <Form.Item {...fieldOf(shape, 'known')} label="核实程度" extra="未核实的只作建议">
          <Select options={optionsOf(campaignKnowns, campaignKnownNames)} />
        </Form.Item>
      </div>
    </>
  )
}

function Aspects() {
  return (
    <fieldset className="fieldset">
      <legend>方面</legend>
      <Form.List name="aspects">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div className="pair" key={key}>
                <Form.Item name={[name, 'title']} label={`第 ${name + 1} 个方面`}>
                  <Input />
                </Form.Item>
                <Form.Item
                  name={[name, 'points']}
                  label={`第 ${name + 1} 个方面的要点`}
                  extra={
                    <Button size="small" type="text" onClick={() => remove(name)}>
                      删除第 {name + 1} 个方面
                    </Button>
                  }
                >
                  <Input.TextArea rows={2} placeholder="一行一条，可以没有" />
                </Form.Item>
              </div>
            ))}
            <Button onClick={() => add({})}>再加一个方面</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
