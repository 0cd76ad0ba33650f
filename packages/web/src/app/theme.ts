import type { ThemeConfig } from 'antd'

/** Paper, ink, one seal: ink-blue to work with, cinnabar only for the mark and what is overdue. */
export const theme: ThemeConfig = {
  token: {
    // Who has asked the system for less motion gets none.
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    colorPrimary: '#1f4e79',
    colorError: '#b3261e',
    colorWarning: '#8a5a00',
    colorSuccess: '#2c5d3f',
    // Tints of paper: antd's own come out as mud from colours this dark.
    colorSuccessBg: '#eef5f0',
    colorSuccessBorder: '#b9d3c2',
    colorWarningBg: '#fbf6e9',
    colorWarningBorder: '#e2cf9d',
    colorErrorBg: '#fcf0ee',
    colorErrorBorder: '#e8bdb8',
    colorInfoBg: '#eef3f8',
    colorInfoBorder: '#bfd0e2',
    colorText: '#1b2430',
    colorTextSecondary: '#556070',
    colorTextTertiary: '#5f6b7a',
    colorTextPlaceholder: '#556070',
    colorBgLayout: '#fcfcfa',
    colorLink: '#1f4e79',
    controlItemBgActive: '#e8eff7',
    borderRadius: 4,
    fontSize: 14,
    lineHeight: 1.6,
    fontFamily: "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',sans-serif",
  },
}
