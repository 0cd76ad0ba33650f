/**
 * Words that passwords are most often made of, in lower case without digits: what guessing begins with. Written down for
 * this project from general knowledge of such passwords, keyboard walks and the words of an office; no foreign list was
 * copied, so the licence of the project covers it.
 */
const WORDS = new Set(
  `
    aaa aaaa aabbcc abc abcabc abcd abcde abcdef abcdefg abcdefgh access admin administrator aini alibaba anquan
    asd asdf asdfgh asdfghjkl asdzxc autumn baidu bangong bangongshi baseball basketball batman beijing caonima
    ceshi changeme china computer dangwei dangyuan dangzhibu danwei database default demo denglu dragon duizhao
    duizhaojiancha edc first football freedom gongzuo guangzhou guanli guanliyuan guest hello home huawei iloveyou
    init initial internet jiguan jijian jintian jiwei jordan key kouling kuaile letmein linux lisi login love
    loveyou manager master michael mima minzhu money monkey mypass mypassword mysql new newpass newpassword nihao
    office operator oracle pass passcode passwd password poiuy postgres princess public qaz qazwsx qazxsw qwe
    qweasd qweasdzxc qwer qwert qwerty renmin rfv root safe secret secure security server service shadow shanghai
    shenghuohui shengwei shenji shenzhen shiwei spring starwars summer sunshine super superman supervisor support
    sys system taizhang temp temporary tencent test tester testing trust user wangwu wechat weixin welcome
    whatever windows winter woaini woaiwojia work woshi wsx wsxedc xianwei xiaoming xinnian xitong xitongguanli
    xuncha xunshi xyz yonghu zaq zhangsan zhaoliu zhengfu zhenggai zhibu zhongguo zhonghua zxc zxcv zxcvb zxcvbn
    zxcvbnm
  `
    .trim()
    .split(/\s+/),
)

/** What stands for a letter inside a word. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
}

/** Digits that say nothing: counted, repeated, or a year or day. */
const PLAIN_DIGITS =
  /^(?:\d{0,3}|0?123456789?0?|0?1234567?8?|(\d)\1+|98765\d*|(?:19|20)\d\d(?:\d{2}){0,2}|(?:520|1314)+)$/

/** True if a password is a common word or next to none, with a year, a number or signs about it. */
export function isCommonPassword(password: string): boolean {
  const letters = coreOf(password)
  const half = letters.slice(0, letters.length / 2)
  const word = half + half === letters ? half : letters
  if (WORDS.has(word)) return true
  const signs = password.replace(/[\p{L}\d]/gu, '').length
  return word.length <= 3 && signs <= 2 && PLAIN_DIGITS.test(password.replace(/\D/g, ''))
}

/** The word a password is made of: without what stands about it, with letters for what stands for them. */
export function coreOf(password: string): string {
  const inner = password.toLowerCase().replace(/^[^\p{L}@$]+|[^\p{L}@$]+$/gu, '')
  return [...inner]
    .map((character) => STANDS_FOR[character] ?? character)
    .join('')
    .replace(/\P{L}/gu, '')
}
