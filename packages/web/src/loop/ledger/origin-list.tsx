import { endpoints, type Origin, type ProblemDetail } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'

/** Where the problem was taken from, in the words that stand there; what was set wrongly is taken back. */
export function OriginList({ problem: { id: problemId, origins, allowed } }: { readonly problem: ProblemDetail }) {
  const [removed, setRemoved] = useState<Origin | null>(null)
  if (origins.length === 0) return null
  return (
    <section aria-label="出自">
      <h2>出自</h2>
      {origins.map((origin) => {
        const { id, title, words, link, by } = origin
        const [path = '', query = ''] = link?.split('?') ?? []
        return (
          <div key={id} className="piece">
            <p>
              {link === null ? (
                <>
                  {title} <span className="quiet">导入的台账里写的，没有找到原文</span>
                </>
              ) : (
                <Link to={path} search={Object.fromEntries(new URLSearchParams(query))}>
                  {title}
                </Link>
              )}
            </p>
            <p className="written">“{words}”</p>
            <span className="quiet">{`${by}${link === null ? '导入' : '指出'}`}</span>
            {allowed.includes('change') && (
              <Button
                type="link"
                size="small"
                className="not-printed"
                aria-label={`删除这处出处：${title || words}`}
                onClick={() => setRemoved(origin)}
              >
                删除这处出处
              </Button>
            )}
          </div>
        )
      })}
      {removed !== null && <RemoveOriginForm problemId={problemId} origin={removed} onClose={() => setRemoved(null)} />}
    </section>
  )
}

interface RemoveOriginFormProps {
  readonly problemId: string
  readonly origin: Origin
  readonly onClose: () => void
}

/** Says why the problem was not taken from there; the problem itself stays as it is. */
function RemoveOriginForm({ problemId, origin, onClose }: RemoveOriginFormProps) {
  const remove = useChange(endpoints.removeOrigin)
  return (
    <FormDialogue<{ reason: string }>
      title="删除指错的出处"
      okText="删除"
      draft={null}
      said="已删除这处出处，问题没有动。"
      initialValues={{ reason: '' }}
      onSave={(body) => remove.mutateAsync({ params: { problemId, originId: origin.id }, body })}
      onClose={onClose}
    >
      <p>
        {origin.title}：“{origin.words}”
      </p>
      <Form.Item {...fieldOf(endpoints.removeOrigin.body.shape, 'reason')} label="删除原因">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FormDialogue>
  )
}
