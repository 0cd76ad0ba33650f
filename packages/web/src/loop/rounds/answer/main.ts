import { type AnswerForm, readForm, readResults, sendAnswer, sendBallot } from './ask.ts'
import { ballotFields } from './ballot-fields.ts'
import { action, element, labelled } from './element.ts'
import { opinionFields } from './opinion-fields.ts'
import { whoSees } from '../who-sees.ts'
import './answer.css'

const page = document.getElementById('answer')
let written: { given(): readonly unknown[] } | null = null

/** What is written stays in this page alone: it asks before it is left, and stores nothing anywhere. */
addEventListener('beforeunload', (event) => {
  if (written !== null && written.given().length > 0) event.preventDefault()
})

function show(title: string, ...children: readonly (Node | string)[]): void {
  const heading = element('h1', { tabindex: '-1' }, title)
  page?.replaceChildren(element('p', { class: 'seal', 'aria-hidden': 'true' }, '对照'), heading, ...children)
  heading.focus()
}

const line = (words: string, kind = ''): HTMLParagraphElement => element('p', kind === '' ? {} : { class: kind }, words)

function faultLine(): { readonly shown: HTMLElement; readonly tell: (words: string) => void } {
  const shown = element('p', { class: 'fault', role: 'alert' })
  return { shown, tell: (words) => shown.replaceChildren(words) }
}

function askForCode(code: string): void {
  const field = element('input', {
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: 'false',
    maxlength: '20',
  })
  field.value = code
  const fault = faultLine()
  const open = action('打开', async () => showForm(field.value, await readForm(field.value)), fault.tell)
  field.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') open.click()
  })
  show(
    '凭纸条填写',
    line('不用登录。请输入纸条上的 12 个字母和数字。'),
    labelled('纸条上的码', field),
    fault.shown,
    open,
  )
  if (code === '') field.focus()
  else open.click()
}

function showForm(code: string, form: AnswerForm): void {
  const { kind, name, organisation, group, state, isUsed, isPublished } = form
  const about = line(`${organisation}，${group}`, 'quiet')
  if (isPublished) return showResults(code, form)
  if (isUsed)
    return show(
      name,
      about,
      line(
        kind === 'opinions'
          ? '用这张纸条交的意见已经收到。结果公布以后，凭这张纸条再来看。'
          : '用这张纸条交的票已经收到。',
      ),
    )
  if (state !== 'open') return show(name, about, line(over(kind, state)))
  if (kind === 'opinions') showOpinions(code, form, about)
  else showBallot(code, form, about)
}

function over(kind: AnswerForm['kind'], state: AnswerForm['state']): string {
  if (state === 'void') return '这一次已经作废。'
  return kind === 'opinions' ? '征集已经结束。结果公布以后，凭这张纸条再来看。' : '投票已经结束，结果由组织者通报。'
}

function showOpinions(code: string, form: AnswerForm, about: HTMLElement): void {
  const { name } = form
  const fields = opinionFields(form)
  written = fields
  const fault = faultLine()
  const send = action(
    '交出意见',
    async () => {
      const opinions = fields.given()
      if (opinions.length === 0) throw new Error('还没有写意见。')
      await sendAnswer({ code, opinions })
      written = null
      show(
        '收到了',
        line(`${opinions.length} 条意见已经封好收下，不能再改。`),
        line('结果公布以后，凭这张纸条打开这一页来看。纸条请留着，不要给别人看。现在可以关掉这一页。'),
      )
    },
    fault.tell,
  )
  show(
    name,
    about,
    ...(form.intro === '' ? [] : [line(form.intro)]),
    line(`征集到 ${inChinese(form.closesOn)}。`),
    claims(form),
    fields.shown,
    line('不要写自己的姓名、岗位和只有自己知道的事；熟悉的人认得出口气。', 'quiet'),
    fault.shown,
    send,
  )
}

function showBallot(code: string, form: AnswerForm, about: HTMLElement): void {
  const { name } = form
  const fields = ballotFields(form)
  written = fields
  const fault = faultLine()
  const send = action(
    '投票',
    async () => {
      const choices = fields.given()
      if (choices.length === 0) throw new Error('还没有选。')
      const empty = fields.lines - choices.length
      if (empty > 0 && !confirm(`还有 ${empty} 行没有选，按弃权算。就这样投票？`)) return
      await sendBallot({ code, choices })
      written = null
      show('收到了', line('票已经封好收下，不能再改。'), line('现在可以关掉这一页。'))
    },
    fault.tell,
  )
  show(
    name,
    about,
    ...(form.intro === '' ? [] : [line(form.intro)]),
    line(`投票到 ${inChinese(form.closesOn)}。每一行选一个等次，不选的按弃权算。`),
    claims(form),
    fields.shown,
    fault.shown,
    send,
  )
}

const inChinese = (day: string): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')

/** What is claimed, and what is not. */
function claims({ kind, fingerprint }: AnswerForm): HTMLElement {
  return element(
    'details',
    { open: '' },
    element('summary', {}, '谁看得见什么'),
    line(whoSees(kind)),
    line(
      '纸条是自己抽的，没有人知道谁抽到哪一张；交的时候不带账号，不记时间、地址、设备、次序，收到就封上，开封要三个人里的两个人带钥匙。',
    ),
    line('做不到的：有人盯着网络或者坐在旁边看，分得出是哪台电脑在什么时候交的。不放心的，换一台电脑，换一个时间。'),
    line(`指纹 ${fingerprint}，应当和纸条上印的一样；不一样的，不要写，告诉组织者。`),
  )
}

function showResults(code: string, { name, organisation }: AnswerForm): void {
  const list = element('ul', { class: 'results' })
  const fault = faultLine()
  let after: string | null = null
  const endings = { problem: '已列入整改台账', explained: '已说明', not_adopted: '不采纳' } as const
  const more = action(
    '显示更多',
    async () => {
      const { items, next } = await readResults(code, after)
      for (const { aspect, text, ending, reason } of items) {
        const words = reason === '' ? endings[ending] : `${endings[ending]}：${reason}`
        list.append(element('li', {}, line(aspect === '' ? text : `【${aspect}】${text}`), line(words, 'ending')))
      }
      after = next
      more.hidden = next === null
    },
    fault.tell,
  )
  show(name, line(`${organisation}，对领导班子的意见和结果`, 'quiet'), list, fault.shown, more)
  more.click()
}

const code = decodeURIComponent(location.hash.slice(1))
// The next person at this machine does not find it in the address, nor in the history.
history.replaceState(null, '', location.pathname)
askForCode(code)
