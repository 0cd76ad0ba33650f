import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

const INSTRUCTION =
  /[（(【[]?(?:此处(?:填写|补充|插入|略|应填|需填)|请(?:在此|自行|根据实际情况)(?:填写|补充|修改)|请补充|待(?:补充|核实|填写|完善)|填写(?:本人|单位|具体)[^，。）)]{0,8})[^。，\n]{0,12}?[）)】\]]?|[（(【[](?:单位名称|姓名|职务|待定|略|日期|具体时间|具体数字)[）)】\]]|[（(【](?:此处)?(?:可|应|请)?(?:结合|根据)[^）)】\n]{0,16}(?:展开|填写|补充|修改|表述)[）)】]|(?:此稿|本稿)[^。\n]{0,12}(?:审阅|审定|修改)[^。\n]{0,24}|\bTBD\b|\bTODO\b/g

export const instruction: Rule = {
  id: 'residue/instruction',
  name: '模板说明未删',
  severity: 'error',
  why: '模板里写给起草人看的提示留在了正文中。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check(context) {
    yield* reportMatches(context, INSTRUCTION, ([words]) => ({
      message: `“${words}”是写给起草人的提示，请按提示补上内容后删去`,
    }))
  },
  bad: [
    '还需加强调研⟦（此处可结合本单位实际展开）⟧。',
    '⟦此稿已报局长审阅⟧。',
    '我叫⟦（姓名）⟧，现任科长。',
    '完成任务⟦（待补充）⟧。',
    '整改率达到⟦【待定】⟧。',
  ],
  good: ['主动填写个人有关事项报告表。', '待条件成熟后推开。', '请示报告制度执行较好。'],
}
