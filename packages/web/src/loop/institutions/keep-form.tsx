import {
  endpoints,
  type Institution,
  type InstitutionChange,
  institutionChangeNames,
  institutionChanges,
  type Paper,
} from '@duizhao/contract'
import { Form, Radio } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { PersonSelect } from '../../platform/elements/person-select.tsx'
import { useChange } from '../../platform/service/api.ts'
import { InstitutionSelect } from './institution-select.tsx'

interface Fields {
  readonly change: InstitutionChange
  readonly effectiveOn: string
  readonly replacesId?: string | null
  readonly responsibleId: string
}

interface KeepFormProps {
  readonly paper: Paper
  /** As it is registered; null while it is not. */
  readonly institution: Institution | null
  readonly onClose: () => void
}

/** Says that a paper is an institution, or corrects what was said. */
export function KeepForm({ paper, institution, onClose }: KeepFormProps) {
  const keep = useChange(endpoints.keepInstitution)
  const { shape } = endpoints.keepInstitution.body
  const version = institution?.version ?? null
  const initial =
    institution === null
      ? {
          change: 'made' as const,
          replacesId: null,
          ...(paper.issuedOn === null ? {} : { effectiveOn: paper.issuedOn }),
        }
      : {
          ...{ change: institution.change, effectiveOn: institution.effectiveOn },
          ...{ replacesId: institution.replaces?.id ?? null, responsibleId: institution.responsible.id },
        }
  return (
    <FormDialogue<Fields>
      title={institution === null ? '登记制度' : '更正登记'}
      okText={institution === null ? '登记制度' : '更正'}
      draft={`institution ${paper.id} ${version}`}
      initialValues={initial}
      onSave={({ replacesId = null, ...fields }) =>
        keep.mutateAsync({
          params: { paperId: paper.id },
          body: { ...fields, replacesId: replacesId ?? null, version },
        })
      }
      onClose={onClose}
    >
      <Form.Item {...fieldOf(shape, 'change')} label="制定、修订">
        <Radio.Group options={institutionChanges.map((value) => ({ value, label: institutionChangeNames[value] }))} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'effectiveOn')} label="施行日期">
        <DateField />
      </Form.Item>
      <Form.Item
        {...fieldOf(shape, 'replacesId')}
        label="取代的制度（可以不选）"
        extra="本单位登记过的；从施行那天起，那一项不再列为现行有效"
      >
        <InstitutionSelect organisationId={paper.organisation.id} except={paper.id} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'responsibleId')} label="责任人" extra="施行六个月以后，由他检查是否执行">
        <PersonSelect organisationId={paper.organisation.id} present={institution?.responsible ?? null} />
      </Form.Item>
    </FormDialogue>
  )
}
