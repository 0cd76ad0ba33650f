const UNKNOWN = '是谁写的，从系统里存的数据和备份里查不出来。'

/** Who will see what, in the same words where a round is prepared and where one answers. */
export function whoSees(kind: 'opinions' | 'appraisal' | 'assessment'): string {
  return kind === 'opinions'
    ? `收回以前谁也看不到内容。收回以后，对班子的意见组织者和主要负责人看得到，对某个人的意见只有本人和组织者看得到。${UNKNOWN}`
    : `收回以前谁也看不到票。收回以后只存每个等次几票，组织者和主要负责人看得到，本人看得到自己的；一张票填了什么不存。不足 5 张不出结果。${UNKNOWN}`
}
