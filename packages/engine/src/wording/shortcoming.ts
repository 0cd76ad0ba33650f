/** 不 that negates nothing of what a unit does: 不断、不忘初心、不折不扣、不敢腐 … */
const NO_DENIAL = '断|忘|仅|但|管|同|论|只|折不扣|懈|移|渝|扣|敢腐|能腐|想腐|腐|久|妥|负|朽|可或缺|得|准[^确]'

/** Words that state a shortcoming (问题表述): 不够、有差距、缺乏、有待加强 … */
export const SHORTCOMING = new RegExp(
  `不(?!${NO_DENIAL})|欠缺|欠佳|缺乏|缺少|缺失|差距|薄弱|弱化|偏弱|偏低|偏少|偏软|偏差|滞后|缓慢|困难|短板|弱项|盲区|漏洞|有待|单一|马虎|还[需要]|仍需` +
    '|需要?(?:进一步)?(?:加强|提高|改进|提升|强化|完善)|淡化|松懈|减弱|松劲|忽视|流于|形式主义|畏难|求稳|怕[出担得困惹]|好人主义|没有|未能|未(?:完全|真正|做到|形成)' +
    '|失之于|较少|较差|较弱|停留在|局限|浅尝辄止|宽松软|重.{1,8}轻|[^。，]{1,10}少[，。；]',
)

/**
 * Words that say in a problem section what is wrong without denying anything: 走过场, 两张皮, 形同虚设. In other
 * sections they may be ordinary words, so they count only where shortcomings are looked for.
 */
const FAULT =
  /走过场|走形式|走样|两张皮|老一套|老套|老办法|老经验|陈旧|雷同|照抄|照搬|照稿|念稿|应付|敷衍|推诿|扯皮|拖延|拖了|拖沓|被动|等靠要|脱节|空泛|笼统|粗放|肤浅|生硬|急躁|浮躁|僵化|乏力|宽松|散漫|惰性|侥幸|麻痹|厌战|歇脚|掉队|形同虚设|打折扣|打折|温差|落差|递减|落空|缩水|一阵风|一刀切|满足于|习惯于|习惯[用凭按]|依赖|没(?:打通|跟上|人|做)|绕着走|年年[提放]|重.{1,8}[，、]?轻|(?:偏|较|太|还|更)[少慢低弱浅软旧窄粗差]|放松|弱化|下降|逐年减|矛盾突出|跟不上|抹不开|怕|[少慢弱浅软散差旧]$/

/** True if one clause, without its stop, states a shortcoming. */
export function isShortcoming(clause: string): boolean {
  return SHORTCOMING.test(`${clause}，`) || FAULT.test(clause)
}
