/** Names as lists write them, with the blanks inside short ones taken out. */
export function namesIn(list: string): string[] {
  return list
    .replace(/(?<=^|[、，,；;\s：:])(\p{Script=Han})[ 　]{1,3}(\p{Script=Han})(?=$|[、，,；;（(\s。])/gu, '$1$2')
    .replace(/[（(][^（()）]{0,40}[)）]/g, '、')
    .split(/[、，,；;\s。]+/)
    .map((name) => name.replace(/(?:等)?同志$/, ''))
    .filter((name) => isName(name))
}

const NO_NAME =
  /^(?:全体|成员|党员|人员|其他|列席|督导|记录|主持|缺席|请假|无|同上|应到|实到|以上|班子|支部|出席|参加|姓名|合计|单位|职务)|[局科股室站队组部委会镇乡县市区省校院所]$/

/** True for two to four Chinese characters that are no word of a list. */
export function isName(words: string): boolean {
  return /^\p{Script=Han}{2,4}$|^\p{Script=Han}{2,6}·\p{Script=Han}{2,6}$/u.test(words) && !NO_NAME.test(words)
}
