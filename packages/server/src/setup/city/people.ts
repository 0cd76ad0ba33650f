import type { CityAccount, CityPerson } from './person.ts'
import { bureauPeople } from './people-bureaus.ts'
import { linhuPeople } from './people-linhu.ts'
import { organPeople } from './people-organs.ts'
import { servicePeople } from './people-services.ts'
import { yunxiPeople } from './people-yunxi.ts'

/** Everybody in the fictional city; no two share a name. */
export const cityPeople: readonly CityPerson[] = [
  ...organPeople,
  ...bureauPeople,
  ...servicePeople,
  ...yunxiPeople,
  ...linhuPeople,
]

/** Who signs in, and for what. The three administrators hold nothing else. */
export const cityAccounts: readonly CityAccount[] = [
  { person: 'zhong-xiaofan', login: 'zhongxiaofan', roles: [{ role: 'system_admin', organisation: 'city' }] },
  { person: 'pu-junjie', login: 'pujunjie', roles: [{ role: 'security_admin', organisation: 'city' }] },
  { person: 'tan-jingyi', login: 'tanjingyi', roles: [{ role: 'audit_admin', organisation: 'city' }] },
  {
    person: 'fan-zhengping',
    login: 'fanzhengping',
    roles: [
      { role: 'head', organisation: 'work-committee' },
      { role: 'reviewer', organisation: 'city' },
    ],
  },
  { person: 'ouyang-hui', login: 'ouyanghui', roles: [{ role: 'reviewer', organisation: 'city' }] },
  { person: 'miao-qingqing', login: 'miaoqingqing', roles: [{ role: 'organiser', organisation: 'work-committee' }] },
  { person: 'cheng-zhiyuan', login: 'chengzhiyuan', roles: [{ role: 'reviewer', organisation: 'city' }] },
  { person: 'lei-shaofeng', login: 'leishaofeng', roles: [{ role: 'reviewer', organisation: 'city' }] },
  { person: 'chi-xiaoyu', login: 'chixiaoyu', roles: [{ role: 'organiser', organisation: 'yunxi' }] },
  { person: 'sui-jianguo', login: 'suijianguo', roles: [{ role: 'reviewer', organisation: 'yunxi' }] },
  {
    person: 'ruan-hongxia',
    login: 'ruanhongxia',
    roles: [
      { role: 'reviewer', organisation: 'linhu' },
      { role: 'organiser', organisation: 'linhu' },
    ],
  },
  { person: 'gu-changhe', login: 'guchanghe', roles: [{ role: 'head', organisation: 'finance' }] },
  { person: 'shao-lihua', login: 'shaolihua', roles: [{ role: 'team_member', organisation: 'finance' }] },
  { person: 'xie-peiling', login: 'xiepeiling', roles: [{ role: 'organiser', organisation: 'finance' }] },
  { person: 'bai-lulu', login: 'bailulu', roles: [{ role: 'handler', organisation: 'finance' }] },
  { person: 'ruan-xinyi', login: 'ruanxinyi', roles: [{ role: 'member', organisation: 'finance-branch-1' }] },
  {
    person: 'he-jiangtao',
    login: 'hejiangtao',
    roles: [
      { role: 'head', organisation: 'water' },
      { role: 'member', organisation: 'water-branch-1' },
    ],
  },
  { person: 'lu-yuanshan', login: 'luyuanshan', roles: [{ role: 'team_member', organisation: 'water' }] },
  { person: 'xiong-lijun', login: 'xionglijun', roles: [{ role: 'team_member', organisation: 'water' }] },
  { person: 'nie-guizhi', login: 'nieguizhi', roles: [{ role: 'organiser', organisation: 'water' }] },
  { person: 'ma-ruolan', login: 'maruolan', roles: [{ role: 'handler', organisation: 'water' }] },
  {
    person: 'pan-yue',
    login: 'panyue',
    roles: [
      { role: 'handler', organisation: 'water-flood' },
      { role: 'member', organisation: 'water-cell-flood' },
    ],
  },
  { person: 'xia-boyang', login: 'xiaboyang', roles: [{ role: 'head', organisation: 'transport' }] },
  { person: 'lai-chunmei', login: 'laichunmei', roles: [{ role: 'team_member', organisation: 'transport' }] },
  { person: 'wu-suzhen', login: 'wusuzhen', roles: [{ role: 'organiser', organisation: 'transport' }] },
  { person: 'sheng-nan', login: 'shengnan', roles: [{ role: 'handler', organisation: 'transport' }] },
  { person: 'yuan-shujie', login: 'yuanshujie', roles: [{ role: 'head', organisation: 'education' }] },
  { person: 'an-yuehong', login: 'anyuehong', roles: [{ role: 'organiser', organisation: 'education' }] },
  { person: 'su-wanqing', login: 'suwanqing', roles: [{ role: 'handler', organisation: 'education' }] },
  { person: 'zhai-yongkang', login: 'zhaiyongkang', roles: [{ role: 'head', organisation: 'health' }] },
  { person: 'tu-jianhua', login: 'tujianhua', roles: [{ role: 'organiser', organisation: 'health' }] },
  { person: 'ai-jing', login: 'aijing', roles: [{ role: 'handler', organisation: 'health' }] },
  { person: 'zhu-dinghua', login: 'zhudinghua', roles: [{ role: 'head', organisation: 'housing' }] },
  { person: 'sang-guiying', login: 'sangguiying', roles: [{ role: 'organiser', organisation: 'housing' }] },
  { person: 'ji-ruotong', login: 'jiruotong', roles: [{ role: 'handler', organisation: 'housing' }] },
  { person: 'mao-chengyi', login: 'maochengyi', roles: [{ role: 'head', organisation: 'baishi' }] },
  { person: 'bu-tingting', login: 'butingting', roles: [{ role: 'handler', organisation: 'baishi' }] },
  {
    person: 'shi-laifu',
    login: 'shilaifu',
    roles: [
      { role: 'head', organisation: 'shiqiao' },
      { role: 'member', organisation: 'shiqiao' },
    ],
  },
]
