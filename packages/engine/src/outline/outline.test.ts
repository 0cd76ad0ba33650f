import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentOf } from '../testing/document-of.ts'
import { outline } from './outline.ts'
import type { Part } from './part.ts'
import { partsBelow } from './walk.ts'

/** The tree as indented lines "mark heading", the form the scenarios below are drawn in. */
async function drawn(text: string, name?: string): Promise<string> {
  const document = await documentOf(text, name)
  const draw = (part: Part): string[] =>
    part.children.flatMap((child) => {
      const heading = document.text.slice(child.heading.start, child.heading.end)
      return [`${'  '.repeat(part.depth)}${child.mark}|${heading}`, ...draw(child)]
    })
  return draw(outline(document)).join('\n')
}

const LONG = '这里是说明文字，用来占据一行正文的长度，使它不被当作标题，也不影响编号的识别，内容没有别的意思。'

const scenarios: Record<string, readonly [text: string, tree: string]> = {
  公文四级编号: [
    `一、存在的问题\n（一）理论学习方面\n1.学得不深。${LONG}\n2.用得不活。\n（二）工作作风方面\n1.下得不勤。\n二、原因分析\n（一）认识有偏差。`,
    '一、|存在的问题\n  （一）|理论学习方面\n    1.|学得不深\n    2.|用得不活\n  （二）|工作作风方面\n    1.|下得不勤\n二、|原因分析\n  （一）|认识有偏差',
  ],
  大写数字作章的序号: [
    `壹、存在的问题\n（一）学习上\n⑴ 学得浅。${LONG}\n⑵ 用得少。\n贰、原因\n1.认识不足。\n2.抓得不紧。`,
    '壹、|存在的问题\n  （一）|学习上\n    ⑴|学得浅\n    ⑵|用得少\n贰、|原因\n  1.|认识不足\n  2.|抓得不紧',
  ],
  序号和标题之间只隔一个空格: [
    `一 政治建设\n一是学得浅。${LONG}\n二是用得少。\n二 作风建设\n一是下得不勤。\n二是回应不快。`,
    '一|政治建设\n  一是|学得浅\n  二是|用得少\n二|作风建设\n  一是|下得不勤\n  二是|回应不快',
  ],
  小数点分级: [
    `1  基本情况\n${LONG}\n2  认领的问题\n2.1  理论学习方面\n（1）学得浅。\n（2）用得少。\n2.2  组织建设方面\n（3）换届拖得久。`,
    '1|基本情况\n2|认领的问题\n  2.1|理论学习方面\n    （1）|学得浅\n    （2）|用得少\n  2.2|组织建设方面\n    （3）|换届拖得久',
  ],
  标题的字隔开写: [
    `江州市水文站党支部对照检查材料\n${LONG}\n存 在 的 不 足\n（一）学得浅。\n（二）用得少。\n整 改 措 施\n（一）每月学一次。`,
    '|存 在 的 不 足\n  （一）|学得浅\n  （二）|用得少\n|整 改 措 施\n  （一）|每月学一次',
  ],
  '段内一是二是，下一段重新开始': [
    `一、问题\n在学习上，一是不系统；二是不深入。\n在作风上，一是不实；二是不细；三是不快。`,
    '一、|问题\n  |在学习上\n    一是|不系统\n    二是|不深入\n  |在作风上\n    一是|不实\n    二是|不细\n    三是|不快',
  ],
  一是分段写: [
    `一、原因\n一是认识不足。${LONG}\n二是担当不够。\n${LONG}\n三是落实不力。`,
    '一、|原因\n  一是|认识不足\n  二是|担当不够\n  三是|落实不力',
  ],
  主要表现下的光秃序号: [
    '一、问题\n一是学习抓得不紧。主要表现：一计划性不强。想起来才学。二联系实际少。三日常督促不够。\n二是作风不够扎实。主要表现：一下沉不够。二回应不快。',
    '一、|问题\n  一是|学习抓得不紧\n    一|计划性不强\n    二|联系实际少\n    三|日常督促不够\n  二是|作风不够扎实\n    一|下沉不够\n    二|回应不快',
  ],
  '不是序号的“一”': [
    `一、问题\n一些同志讲得多。一方面任务重，另一方面人手少。三会一课没有坚持。第一责任人责任不实。${LONG}`,
    '一、|问题',
  ],
  单独的一是不成列表: [`一、问题\n一是一、二是二，实事求是的作风还要坚持。\n${LONG}`, '一、|问题'],
  '1.在（一）之上': [
    `1.存在的问题\n（一）学习不深。\n（二）作风不实。\n2.产生的原因\n（一）认识不足。\n3.整改措施\n（一）加强学习。`,
    '1.|存在的问题\n  （一）|学习不深\n  （二）|作风不实\n2.|产生的原因\n  （一）|认识不足\n3.|整改措施\n  （一）|加强学习',
  ],
  没有编号的小标题: [
    `党支部对照检查材料\n\n${LONG}\n存在的问题\n理论学习方面\n${LONG}\n工作作风方面\n${LONG}\n原因分析\n${LONG}`,
    '|存在的问题\n  |理论学习方面\n  |工作作风方面\n|原因分析',
  ],
  小数和年份不是序号: [`一、问题\n1.经费只用了\n3.5万元全部到位，2023.6月完成。${LONG}`, '一、|问题\n  1.|经费只用了'],
  序号后面是月份: [
    `一、措施\n1.3月底前完成修订。\n2.2024年起每季度通报。`,
    '一、|措施\n  1.|3月底前完成修订\n  2.|2024年起每季度通报',
  ],
  同一种序号在标题下重新开始: [
    `四、原因\n1.认识不足。\n五、整改措施\n一、提高站位\n1.带头学。\n2.带头改。\n二、抓好队伍\n1.管好人。\n六、结语\n${LONG}`,
    '四、|原因\n  1.|认识不足\n五、|整改措施\n  一、|提高站位\n    1.|带头学\n    2.|带头改\n  二、|抓好队伍\n    1.|管好人\n六、|结语',
  ],
  '方面写在段首，没有编号': [
    `一、存在的问题\n理论学习方面。一是不深；二是不实。\n工作作风方面：一是不勤；二是不细。`,
    '一、|存在的问题\n  |理论学习方面\n    一是|不深\n    二是|不实\n  |工作作风方面\n    一是|不勤\n    二是|不细',
  ],
  冒号引出的一方面另一方面: [
    `一、问题\n还有以下不足：一方面，警示不够。另一方面，监督不严。`,
    '一、|问题\n  一方面，|警示不够\n  另一方面，|监督不严',
  ],
  编号重复和跳号仍是同一列表: [
    `（一）甲不够。\n（二）乙不够。\n（二）丙不够。\n（五）丁不够。`,
    '（一）|甲不够\n（二）|乙不够\n（二）|丙不够\n（五）|丁不够',
  ],
  圈码与括号数字: [
    `一、措施\n（1）学制度。①每月一次。②人人参加。\n（2）抓落实。`,
    '一、|措施\n  （1）|学制度\n    ①|每月一次\n    ②|人人参加\n  （2）|抓落实',
  ],
  一段漏了序号: [
    '一、问题\n1.学习抓得不紧。全年只学了四次。\n2.推进不够有力。搬迁晚了三个月。\n管理失之于宽。积分两个季度没有更新。\n3.服务意识不强。群众跑了两趟。',
    '一、|问题\n  1.|学习抓得不紧\n  2.|推进不够有力\n  |管理失之于宽\n  3.|服务意识不强',
  ],
  接着说的一段不是漏了序号: [
    '一、问题\n1.学习抓得不紧。全年只学了四次。\n2.推进不够有力。搬迁晚了三个月。\n比如，六月的会，到九月才落实。\n3.服务意识不强。群众跑了两趟。',
    '一、|问题\n  1.|学习抓得不紧\n  2.|推进不够有力\n  3.|服务意识不强',
  ],
  标题前的目录: [
    '一、存在的问题\n（一）学习方面\n二、原因分析\n三、整改措施\n东平县水产站党支部对照检查材料\n现将情况报告如下。\n一、存在的问题\n（一）学习方面\n一是不深。二是不透。\n二、原因分析\n认识不足。\n三、整改措施\n加强学习。',
    '一、|存在的问题\n  （一）|学习方面\n    一是|不深\n    二是|不透\n二、|原因分析\n三、|整改措施',
  ],
  没有标题的材料: [
    '同志们：\n对照要求，还有不少差距，主要是：一是学得浅；二是下得少。\n究其原因，根子在思想松懈。\n下一步，着力抓好学习。',
    '|对照要求，还有不少差距，主要是\n  一是|学得浅\n  二是|下得少\n|究其原因，根子在思想松懈\n|下一步，着力抓好学习',
  ],
  全角数字与点号: [`一、问题\n１．学习不深。\n２．作风不实。`, '一、|问题\n  １．|学习不深\n  ２．|作风不实'],
}

describe('一篇材料的编号结构', () => {
  test.each(Object.entries(scenarios))('%s', async (_, [text, tree]) => {
    expect(await drawn(text)).toBe(tree)
  })

  test('转换器把加粗拆开写在序号里，结构不变', async () => {
    const plain = '一、存在的问题\n（一）理论学习方面\n学得不深。\n（二）作风方面\n下得不勤。'
    const markdown =
      '## **一、存在的问题**\n\n**（****一****）****理论学习方面**\n\n学得不深。\n\n**（二）作风方面**\n\n下得不勤。'
    expect(await drawn(markdown, '材料.md')).toBe(await drawn(plain))
  })

  test('换行写成 CRLF，结构不变', async () => {
    for (const [text, tree] of Object.values(scenarios)) expect(await drawn(text.replaceAll('\n', '\r\n'))).toBe(tree)
  })
})

describe('任何文字', () => {
  const piece = fc.constantFrom(
    '一、',
    '（一）',
    '（二）',
    '1.',
    '2.',
    '一是',
    '二是',
    '第一，',
    '①',
    '主要表现：一',
    '；二',
    '。',
    '\n',
    '学习不够',
    '  ',
    '**',
    '#',
  )

  test('部分按顺序排列，落在文字之内，子部分落在父部分之内', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const text = `甲${pieces.join('')}乙`
        const root = outline(await documentOf(text, '材料.md'))
        for (const part of [root, ...partsBelow(root)]) {
          expect(part.start).toBeGreaterThanOrEqual(0)
          expect(part.end).toBeLessThanOrEqual(text.length)
          expect(part.start).toBeLessThanOrEqual(part.heading.start)
          expect(part.heading.end).toBeLessThanOrEqual(part.end)
          let position = part.start
          for (const child of part.children) {
            expect(child.start).toBeGreaterThanOrEqual(position)
            expect(child.end).toBeLessThanOrEqual(Math.max(part.end, root.end))
            position = child.end
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})
