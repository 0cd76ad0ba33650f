import { endpoints, OfficeSettings } from '@duizhao/contract'
import { Alert, App, Button, Form, Input, InputNumber, Skeleton, Switch } from 'antd'
import { Fragment, Suspense, useState } from 'react'
import { sentenceOf, useChange, useRead } from '../service/api.ts'
import { type Feature, useFeatures } from '../feature.ts'
import { holds, useSession } from '../service/session.ts'
import { Page } from '../archetypes/page.tsx'
import { showRefusal } from '../archetypes/refused-form.ts'
import { fieldOf } from '../archetypes/field-rules.ts'
import { WorkdayCalendar } from './workday-calendar.tsx'

const mail = OfficeSettings.shape.mail.shape

/** What the office sets for itself. */
export function SettingsPage() {
  const session = useSession()
  const { message } = App.useApp()
  const [form] = Form.useForm<OfficeSettings>()
  const [fault, setFault] = useState('')
  const { data, error } = useRead(endpoints.readSettings, {})
  const change = useChange(endpoints.changeSettings)
  const features = useFeatures()
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
        requiredMark={false}
        initialValues={settings}
        onFinish={(values) => void save(values)}
        style={{ maxWidth: 720 }}
      >
        <Form.Item {...fieldOf(OfficeSettings.shape, 'officeName')} label="单位名称">
          <Input />
        </Form.Item>
        {numbersOf(features).map(([name, label, unit]) => (
          <Form.Item key={name} {...fieldOf(OfficeSettings.shape, name)} label={label}>
            <InputNumber suffix={unit} style={{ width: 200 }} />
          </Form.Item>
        ))}
        <Form.Item
          {...fieldOf(mail, 'isOn', ['mail'])}
          label="发邮件提醒"
          valuePropName="checked"
          extra={mailIsConfigured ? undefined : '还没有配置发邮件的服务器（DUIZHAO_SMTP）'}
        >
          <Switch />
        </Form.Item>
        <Form.Item {...fieldOf(mail, 'from', ['mail'])} label="发件地址">
          <Input />
        </Form.Item>
        <Suspense>{features.map(({ name, SettingFields }) => SettingFields && <SettingFields key={name} />)}</Suspense>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          保存设置
        </Button>
      </Form>
      <WorkdayCalendar />
    </Page>
  )
}

const numbersOf = (features: readonly Feature[]) => features.flatMap(({ numberSettings = [] }) => numberSettings)

/** The settings for who may not change them. */
function SettingsShown({ settings }: { readonly settings: OfficeSettings }) {
  return (
    <Page title="设置" facts="只有系统管理员能改">
      <dl className="facts">
        <dt>单位名称</dt>
        <dd>{settings.officeName}</dd>
        {numbersOf(useFeatures()).map(([name, label, unit]) => (
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
