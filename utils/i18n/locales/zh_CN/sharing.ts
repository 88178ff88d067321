/** 竞品关注的导出：图片、快照文件、发给同事的文字。 */
export const sharing = {
  watch_out: '保存这个快照',
  watch_out_words:
    'ZIP 里有一个不联网也能打开的网页：图片、数据、文字和版面，其中没有任何脚本，也不加载任何内容。',
  watch_out_picture: '保存为 {format} 图片',
  watch_out_zip: '全部保存为 ZIP',
  watch_out_all: '将所有快照保存为 ZIP',
  watch_out_progress: '第 {done} 个，共 {total} 个',
  watch_out_split_other: '已保存为 {name}：图片太长，一个 {format} 放不下，分成 {count} 个编号文件。',
  watch_out_most_other: '已保存为 {name}，包含最近 {count} 个快照。',
  watch_out_failed: '文件没能生成，什么都没有保存。',
  watch_out_field: '字段',
  watch_out_source: '来源',
  watch_out_raw: '页面原文',
  watch_out_json: 'JSON 原始数据',
  watch_out_address: '网址',
  watch_share_named: '复制给同事：{what}',
  watch_share_send: '分享',
  watch_share_send_named: '分享：{what}',
  watch_share_failed: '浏览器无法分享，请改为复制。',
  watch_week_table: '本周',
};
