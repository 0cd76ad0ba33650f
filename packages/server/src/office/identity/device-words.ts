/** The first that fits says what it is: the names of many stand in the names of others. */
const browsers: readonly (readonly [sign: RegExp, name: string])[] = [
  [/MicroMessenger/i, '微信'],
  [/wxwork/i, '企业微信'],
  [/DingTalk/i, '钉钉'],
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/360(?:SE|EE)|QihooBrowser/i, '360 浏览器'],
  [/QQBrowser/i, 'QQ 浏览器'],
  [/MetaSr|SogouMobile/i, '搜狗浏览器'],
  [/HuaweiBrowser/i, '华为浏览器'],
  [/MiuiBrowser/i, '小米浏览器'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/OPR\/|Opera/, 'Opera'],
  [/Chrome|CriOS|Chromium/, 'Chrome'],
  [/Safari/, 'Safari'],
  [/MSIE|Trident/, 'IE'],
]

const systems: readonly (readonly [sign: RegExp, name: string])[] = [
  [/HarmonyOS|OpenHarmony/i, '鸿蒙'],
  [/Android/, '安卓'],
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/UOS|uos|Deepin/i, '统信'],
  [/Kylin/i, '麒麟'],
  [/Linux|X11/, 'Linux'],
]

/** What a browser says of itself, as people call it: Windows 上的 Chrome. What is in Chinese already was written by us. */
export function deviceInWords(device: string): string {
  if (/[\u4e00-\u9fff]/u.test(device)) return device
  const nameIn = (names: typeof browsers): string | undefined => names.find(([sign]) => sign.test(device))?.[1]
  const [browser, system] = [nameIn(browsers), nameIn(systems)]
  if (browser === undefined) return system === undefined ? '认不出的浏览器' : `${system} 上认不出的浏览器`
  // Chinese stands by Chinese without a space.
  return system === undefined
    ? browser
    : `${system} 上的 ${browser}`.replaceAll(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/gu, '')
}
