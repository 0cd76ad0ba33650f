import {
  type Answer,
  endpoints,
  OfficeSettings,
  SecuritySettings,
  type SecuritySettings as Security,
  type WorkSettings,
} from '@duizhao/contract'
import { Alert, App, Button, Form, Input, InputNumber, Skeleton, Switch } from 'antd'
import { Fragment, type ReactNode, Suspense, useState } from 'react'
import { sentenceOf, useChange, useRead } from '../service/api.ts'
import { type Feature, useFeatures } from '../feature.ts'
import { holds, useSession } from '../service/session.ts'
import { Page } from '../archetypes/page.tsx'
import { showRefusal } from '../archetypes/refused-form.ts'
import { fieldOf } from '../archetypes/field-rules.ts'
import { ProposedApprovals } from './proposed-approvals.tsx'
import { WorkdayCalendar } from './workday-calendar.tsx'

type Settings = Answer<typeof endpoints.readSettings>

const mail = OfficeSettings.shape.mail.shape

/** What the office sets for itself: the system administrator the work, the security administrator how one signs in. */
export function SettingsPage() {
  const session = useSession()
  const { data, error } = useRead(endpoints.readSettings, {})
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
  if (session.isOverWhole && holds(session, 'setting.write')) return <WorkForm settings={data} />
  if (session.isOverWhole && holds(session, 'setting.secure')) return <SecurityForm settings={data} />
  return <SettingsShown settings={data} />
}

function WorkForm({ settings }: { readonly settings: Settings }) {
  const features = useFeatures()
  const change = useChange(endpoints.changeSettings)
  const { version, mailIsConfigured, ...before } = settings
  return (
    <Page title="设置">
      <ProposedApprovals settings={settings} />
      <SettingsForm<WorkSettings>
        before={before}
        save={(values) => change.mutateAsync({ body: { ...before, ...values, version } })}
      >
        <Form.Item {...fieldOf(OfficeSettings.shape, 'officeName')} label="单位名称">
          <Input />
        </Form.Item>
        <NumberFields numbers={numbersOf(features).filter((number) => !isOfSecurity(number))} />
        <Form.Item
          {...fieldOf(mail, 'isOn', ['mail'])}
          label="发邮件提醒"
          valuePropName="checked"
          extra={mailIsConfigured ? undefined : '还没有配置发邮件的服务器，请维护服务器的人配置'}
        >
          <Switch />
        </Form.Item>
        <Form.Item {...fieldOf(mail, 'from', ['mail'])} label="发件地址">
          <Input />
        </Form.Item>
        <Suspense>{features.map(({ name, SettingFields }) => SettingFields && <SettingFields key={name} />)}</Suspense>
      </SettingsForm>
      <WorkdayCalendar />
    </Page>
  )
}

function SecurityForm({ settings }: { readonly settings: Settings }) {
  const features = useFeatures()
  const change = useChange(endpoints.changeSecuritySettings)
  return (
    <Page title="设置" facts="口令和登录的规定由安全管理员定，其余由系统管理员定">
      <ProposedApprovals settings={settings} />
      <SettingsForm<Security>
        before={settings}
        save={(values) => change.mutateAsync({ body: { ...settings, ...values } })}
      >
        <NumberFields numbers={numbersOf(features).filter(isOfSecurity)} />
        <Form.Item
          {...fieldOf(SecuritySettings.shape, 'isSecondFactorRequired')}
          label="管理员必须两步验证"
          valuePropName="checked"
          extra="开了以后，没有开启两步验证的管理员（包括你自己），登录后要先开启才能办别的事"
        >
          <Switch />
        </Form.Item>
      </SettingsForm>
    </Page>
  )
}

interface SettingsFormProps<Values> {
  readonly before: Values
  readonly save: (values: Values) => Promise<unknown>
  readonly children: ReactNode
}

/** A form of settings. What was typed stays when it is refused. */
function SettingsForm<Values extends object>({ before, save, children }: SettingsFormProps<Values>) {
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const [fault, setFault] = useState('')
  const [isBusy, setBusy] = useState(false)
  const submit = async (values: Values): Promise<void> => {
    setFault('')
    setBusy(true)
    try {
      await save(values)
      void message.success('设置已保存。')
    } catch (refused) {
      setFault(showRefusal(form, refused))
    }
    setBusy(false)
  }
  return (
    <>
      {fault !== '' && <Alert type="error" title={fault} role="alert" />}
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        initialValues={before}
        onFinish={(values) => void submit(values)}
        style={{ maxWidth: 720 }}
      >
        {children}
        <Button type="primary" htmlType="submit" loading={isBusy}>
          保存设置
        </Button>
      </Form>
    </>
  )
}

const numbersOf = (features: readonly Feature[]) => features.flatMap(({ numberSettings = [] }) => numberSettings)
type Numbers = ReturnType<typeof numbersOf>

function isOfSecurity([name]: Numbers[number]): boolean {
  return name in SecuritySettings.shape
}

function NumberFields({ numbers }: { readonly numbers: Numbers }) {
  return numbers.map(([name, label, unit]) => (
    <Form.Item key={name} {...fieldOf(OfficeSettings.shape, name)} label={label}>
      <InputNumber suffix={unit} style={{ width: 200 }} />
    </Form.Item>
  ))
}

/** The settings for who may not change them. */
function SettingsShown({ settings }: { readonly settings: Settings }) {
  return (
    <Page title="设置" facts="由上级的系统管理员和安全管理员定">
      <ProposedApprovals settings={settings} />
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
        <dt>管理员必须两步验证</dt>
        <dd>{settings.isSecondFactorRequired ? '是' : '否'}</dd>
        <dt>发邮件提醒</dt>
        <dd>{settings.mail.isOn ? `发，发件地址 ${settings.mail.from}` : '不发'}</dd>
      </dl>
    </Page>
  )
}
