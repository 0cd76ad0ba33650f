/** Who will see what, in the same words where a round is prepared and where one answers. */
export const WHO_SEES =
  '收回以前谁也看不到内容。收回以后，对班子的意见组织者和主要负责人看得到，对某个人的意见只有本人和组织者看得到。是谁写的，从系统里存的数据和备份里查不出来。'
