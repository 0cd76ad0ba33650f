import { endpoints, type OfficeSettings } from '@duizhao/contract'
import { Alert, App, Button, Form, Input, InputNumber, Skeleton, Switch } from 'antd'
import { Fragment, useState } from 'react'
import { sentenceOf, useChange, useRead } from '../service/api.ts'
import { holds, useSession } from '../service/session.ts'
import { Page } from '../archetypes/page.tsx'
import { showRefusal } from '../archetypes/refused-form.ts'
import { ApprovalFields } from './approval-fields.tsx'
import { WorkdayCalendar } from './workday-calendar.tsx'

/** Numbers an office sets, with their unit. */
const NUMBERS: readonly (readonly [
  name: Exclude<keyof OfficeSettings, 'officeName' | 'mail' | 'approvals'>,
  label: string,
  unit: string,
])[] = [
  ['idleMinutes', '不操作多久后退出', '分钟'],
  ['sessionHours', '一次登录最长', '小时'],
  ['lockAfterFailures', '口令连错几次锁定', '次'],
  ['lockMinutes', '锁定多久', '分钟'],
  ['passwordDays', '口令用多久必须改（0 为不限）', '天'],
  ['auditDays', '审计日志至少保存', '天'],
  ['lookBackMonths', '销号后多久回头看', '个月'],
]

/** What the office sets for itself. */
export function SettingsPage() {
  const session = useSession()
  const { message } = App.useApp()
  const [form] = Form.useForm<OfficeSettings>()
  const [fault, setFault] = useState('')
  const { data, error } = useRead(endpoints.readSettings, {})
  const change = useChange(endpoints.changeSettings)
  if (error)
    return (
      <Page title="设置">
        <p className="fault">{sentenceOf(error)}</p>
      </Page>
    )
  if (data === undefined)
    return (
      <Page title="设置">
        <Skeleton active aria-label="正在读取" />
      </Page>
    )
  const { version, mailIsConfigured, ...settings } = data
  const save = async (values: OfficeSettings): Promise<void> => {
    setFault('')
    try {
      await change.mutateAsync({ body: { ...settings, ...values, version } })
      void message.success('设置已保存。')
    } catch (refused) {
      setFault(showRefusal(form, refused))
    }
  }
  if (!holds(session, 'setting.write')) return <SettingsShown settings={settings} />
  return (
    <Page title="设置">
      {fault !== '' && <Alert type="error" title={fault} role="alert" />}
      <Form
        form={form}
        layout="vertical"
        initialValues={settings}
        onFinish={(values) => void save(values)}
        style={{ maxWidth: 720 }}
      >
        <Form.Item name="officeName" label="单位名称" rules={[{ required: true, message: '请填写单位名称' }]}>
          <Input />
        </Form.Item>
        {NUMBERS.map(([name, label, unit]) => (
          <Form.Item key={name} name={name} label={label}>
            <InputNumber suffix={unit} style={{ width: 200 }} />
          </Form.Item>
        ))}
        <Form.Item
          name={['mail', 'isOn']}
          label="发邮件提醒"
          valuePropName="checked"
          extra={mailIsConfigured ? undefined : '还没有配置发邮件的服务器（DUIZHAO_SMTP）'}
        >
          <Switch />
        </Form.Item>
        <Form.Item name={['mail', 'from']} label="发件地址">
          <Input />
        </Form.Item>
        <ApprovalFields />
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          保存设置
        </Button>
      </Form>
      <WorkdayCalendar />
    </Page>
  )
}

/** The settings for who may not change them. */
function SettingsShown({ settings }: { readonly settings: OfficeSettings }) {
  return (
    <Page title="设置" facts="只有系统管理员能改">
      <dl className="facts">
        <dt>单位名称</dt>
        <dd>{settings.officeName}</dd>
        {NUMBERS.map(([name, label, unit]) => (
          <Fragment key={name}>
            <dt>{label}</dt>
            <dd>
              {settings[name]} {unit}
            </dd>
          </Fragment>
        ))}
        <dt>发邮件提醒</dt>
        <dd>{settings.mail.isOn ? `发，发件地址 ${settings.mail.from}` : '不发'}</dd>
      </dl>
    </Page>
  )
}
