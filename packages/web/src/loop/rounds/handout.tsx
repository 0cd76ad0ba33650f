import type { OpenedRound } from '@duizhao/contract'
import { Alert, Button, Checkbox, QRCode } from 'antd'
import { useEffect, useState } from 'react'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { Page } from '../../platform/archetypes/page.tsx'
import { saveFile } from '../../platform/archetypes/save-file.ts'
import './rounds.css'

interface Props {
  readonly opened: OpenedRound
  readonly onDone: () => void
}

const ORDINALS = ['第一把', '第二把', '第三把']

/** The keys and the slips, the one time they are shown. */
export function Handout({ opened, onDone }: Props) {
  const [saved, setSaved] = useState<ReadonlySet<number>>(new Set())
  const [isPrinted, setPrinted] = useState(false)
  const { round, keys } = opened
  const isDone = saved.size === keys.length && isPrinted
  useEffect(() => {
    if (isDone) return undefined
    const stay = (event: BeforeUnloadEvent): void => event.preventDefault()
    addEventListener('beforeunload', stay)
    return () => removeEventListener('beforeunload', stay)
  }, [isDone])
  const save = (index: number): void => {
    saveFile(new Blob([keys[index] ?? '']), `征集钥匙 ${ORDINALS[index] ?? ''} ${round.name}.txt`)
    setSaved(new Set([...saved, index]))
  }
  return (
    <Page
      title="钥匙和纸条"
      facts={round.name}
      actions={
        <Button type="primary" disabled={!isDone} onClick={onDone}>
          都办好了
        </Button>
      }
    >
      <div className="not-printed">
        <Alert type="warning" className="before-form" title="只显示这一次，离开这一页就没有了。" />
        <h2>一、三把钥匙</h2>
        <p>由三个人各存一把到自己的 U 盘，互相不看。收回意见要任意两把；一个人拿一把，打不开。</p>
        <p className="handout-keys">
          {keys.map((key, index) => (
            <Button key={key} onClick={() => save(index)}>
              {saved.has(index) ? `${ORDINALS[index]}已存下，再存一次` : `存${ORDINALS[index]}`}
            </Button>
          ))}
        </p>
        <h2>二、纸条</h2>
        <p>打印、剪开、折好，混在一起，请各群体的人自己抽。不要记谁抽到哪一张，也不要发照片。</p>
        <p className="handout-keys">
          <Button onClick={() => print()}>打印纸条</Button>
          <Checkbox checked={isPrinted} onChange={({ target }) => setPrinted(target.checked)}>
            纸条都印好了
          </Checkbox>
        </p>
      </div>
      <Slips opened={opened} />
    </Page>
  )
}

function Slips({ opened: { round, slips } }: { readonly opened: OpenedRound }) {
  const address = `${location.origin}/answer`
  return slips.map(({ group, codes }) => (
    <section key={group} aria-label={`纸条：${group}`}>
      <h2>
        {group}（{codes.length} 张）
      </h2>
      <ul className="slips">
        {codes.map((code) => (
          <li key={code}>
            {/* What stands behind # stays in the browser: neither service nor proxy sees it in an address. */}
            <div aria-hidden="true">
              <QRCode value={`${address}#${code}`} type="svg" size={92} bordered={false} />
            </div>
            <div>
              <strong>{round.name}</strong>
              <span>打开 {address}</span>
              <span>
                输入 <code>{code}</code>
              </span>
              <span>{dateInChinese(round.closesOn)}截止。纸条请留着，凭它看结果。</span>
              <small>
                {group}。指纹 {round.fingerprint}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </section>
  ))
}
