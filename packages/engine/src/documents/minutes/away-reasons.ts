/**
 * Why people are away, as offices write it: the words a reason begins with. Behind a name only these tell where the name
 * ends (霜华休产假); behind 因 or in brackets a reason may be anything.
 */
const LEAVE =
  '(?:请|休)?(?:(?:带薪|法定|职工)?(?:[事病年产婚丧公休育伤]|公休|高温|哺乳|护理|陪产|陪护|探亲|工伤|年休|调休|轮休|补休|疗养|育儿)假|年休|轮休|调休|补休|病休|公休|休假)'
const DUTY =
  '出差|公派|公差|公出|公务|因公|执勤|备勤|勤务|出警|出诊|坐诊|值班|值守|轮班|轮值|倒班|当班|带班|跟班|跟岗|顶岗|[白夜早晚中]班|下[乡沉校村厂井站]|驻[村点场厂校外]|包村|支教|支医|支农|挂职|上挂|借调|借用|抽调|帮扶|援[疆藏派外青]|外派|外调|外出|出国|出海|出车|出庭|开庭|监考|阅卷|巡[山线查检护逻]|防汛|防火|防疫|抢[修险收种]|救[灾援]|采访|转播|录制|施工|接访|接待|接诊|调研|督查|带队|带教|授课|讲课|上课|送[教医戏货]|护送|押运|采购|采样|验收|参展|参赛|比赛|集训|培训|学习|开会|公事|事务|脱产'
const LIFE =
  '生病|患病|住院|就医|就诊|看病|体检|手术|[疗休]养|术后|身体不适|年老体弱|行动不便|陪护|陪同|照顾|照料|待产|生育|结婚|奔丧|丧事|搬家|有事|家中|家里|[父母岳配子女]\\p{Script=Han}{0,3}(?:去世|生病|住院)|退休|离岗|失联|出狱|在外|外地|异地|务工|打工'
const AT = '(?:正在|现在|仍在|尚在|[在赴去到]|参(?=[加训会赛展观]))\\p{Script=Han}'

/** A reason that tells itself, with what goes on with it, as a part of a pattern. */
export const REASON = `(?:(?:因)?(?:长期|常年|临时|近期|现|正)?(?:${LEAVE}|(?:${DUTY}|${LIFE}|${AT})[\\p{Script=Han}\\d]{0,16}))`

const WHOLE = new RegExp(`^(?:${REASON}|\\p{Script=Han}{1,2}假)$`, 'u')

/** True for words that are a reason and name nobody. */
export function isReason(words: string): boolean {
  return WHOLE.test(words)
}

/** That somebody was away, which is no reason. */
const AWAY =
  /(?:而|已|未|均|都|皆|全部|无故|临时)*(?:(?<=\p{Script=Han}{2})向\p{Script=Han}{1,8})?(?:请(?:了)?假|缺席|缺勤|未(?:能)?(?:按时)?(?:到会|参加|出席|参会|到场|参学|到)|不能(?:到会|参加)|没(?:有)?(?:来|到会|参加|到)|没能赶[回到来]来?)(?:会议|学习|活动|本次会议)?$/u

/** Who went in his stead, and that he asked for leave in due form. */
const INSTEAD = /[，,]?(?:委托|向)\p{Script=Han}{2,14}(?:参会|参加|出席|手续|请假)$/u

/** Words without what only says that somebody was away: 金谷 of 金谷请假, nothing of 均未参加. */
export function withoutAway(words: string): string {
  return words.replace(/^(?:会前|事先|提前)?(?:向|已|并)\p{Script=Han}{0,12}(?:请假|手续)$/u, '').replace(AWAY, '')
}

/** 均, 以上两人均: what follows is said of all named before. */
export const OF_ALL =
  /^(?:以上|上述)?(?:[\d一二两三四五六七八九十]{1,3}[人名位](?:同志)?)?(?:均|都|皆|同)|^(?:以上|上述)(?:[\d一二两三四五六七八九十]{1,3}[人名位](?:同志)?)?/

/** 不知什么缘故 is none. */
const UNKNOWN = /^(?:原因)?(?:不[明详知清]|未说明)/

/** A reason in its own words: without 因, 均 and 请假; null if nothing is left. */
export function reasonOf(words: string): string | null {
  const bare = words
    .trim()
    .replace(/^(?:请假|缺席|缺勤)[，,：:](?=.)/, '')
    .replace(INSTEAD, '')
    .replace(AWAY, '')
    .replace(OF_ALL, '')
    .replace(/^[：:，,、\s]*(?:全部|分别)?(?:系|为)?(?:(?:是)?因(?!公)|由于)?/, '')
    .replace(/^请(?=[事病年婚丧产]假)/, '')
    .replace(/[，,、；;。\s]+$/, '')
  return bare === '' || UNKNOWN.test(bare) ? null : bare
}
