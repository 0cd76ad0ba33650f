import {
  endpoints,
  type Inspection,
  inspectionDeadlines,
  type InspectionEdition,
  inspectionEditionFacts,
  inspectionEditions,
} from '@duizhao/contract'
import { Form, Input, Radio } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { dateInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { useChange } from '../../platform/service/api.ts'

interface Fields {
  readonly name: string
  readonly edition: InspectionEdition
  readonly fedBackOn: string
}

const shapes = endpoints.correctInspection.body.shape

/** What is written of an inspection, and when plan and report are due by that. */
function InspectionFields() {
  return (
    <>
      <Form.Item {...fieldOf(shapes, 'name')} label="名称">
        <Input />
      </Form.Item>
      <Form.Item {...fieldOf(shapes, 'edition')} label="适用的条例">
        <Radio.Group
          options={inspectionEditions.map((value) => ({ value, label: inspectionEditionFacts[value].name }))}
        />
      </Form.Item>
      <Form.Item {...fieldOf(shapes, 'fedBackOn')} label="反馈日期">
        <DateField max={todayInChina()} />
      </Form.Item>
      <Deadlines />
    </>
  )
}

function Deadlines() {
  const edition: InspectionEdition | undefined = Form.useWatch('edition')
  const fedBackOn: string | null | undefined = Form.useWatch('fedBackOn')
  if (edition === undefined || fedBackOn === undefined || fedBackOn === null) return null
  const { planOn, reportOn } = inspectionDeadlines({ edition, fedBackOn })
  return (
    <p className="quiet" role="status">
      整改方案{planOn === null ? '没有规定时限' : ` ${dateInChinese(planOn)}以前`}，整改报告 {dateInChinese(reportOn)}
      以前。
    </p>
  )
}

interface RegisterProps {
  readonly organisationId: string | undefined
  readonly onClose: () => void
  readonly onRegistered: (inspection: Inspection) => void
}

export function RegisterInspectionForm({ organisationId, onClose, onRegistered }: RegisterProps) {
  const register = useChange(endpoints.registerInspection)
  return (
    <FormDialogue<Fields & { readonly organisationId: string }>
      title="登记巡视巡察"
      okText="登记巡视巡察"
      draft="inspection"
      initialValues={{ edition: 'patrol', ...(organisationId === undefined ? {} : { organisationId }) }}
      onSave={async ({ organisationId: place, ...body }) =>
        onRegistered(await register.mutateAsync({ params: { organisationId: place }, body }))
      }
      onClose={onClose}
    >
      <Form.Item {...fieldOf(endpoints.registerInspection.params, 'organisationId')} label="单位">
        <OrganisationSelect />
      </Form.Item>
      <InspectionFields />
    </FormDialogue>
  )
}

interface CorrectProps {
  readonly inspection: Inspection
  readonly onClose: () => void
}

export function CorrectInspectionForm({ inspection, onClose }: CorrectProps) {
  const correct = useChange(endpoints.correctInspection)
  const { id, name, edition, fedBackOn, version } = inspection
  return (
    <FormDialogue<Fields>
      title="更正巡视巡察"
      okText="更正"
      draft={`inspection ${id} ${version}`}
      initialValues={{ name, edition, fedBackOn }}
      onSave={(body) => correct.mutateAsync({ params: { inspectionId: id }, body: { ...body, version } })}
      onClose={onClose}
    >
      <InspectionFields />
    </FormDialogue>
  )
}
