import type { Field } from '../../../search/text-pages.ts';

/** Names of the fields of a page, as reasons why it is listed. */
export const FIELD_WORDS: Record<Field, string> = {
  text: '正文',
  duty: '责任条款',
  title: '标题',
  unit: '单位名称',
  alias: '别称',
  today: '今名',
  document: '法规文件',
  correction: '勘误',
  note: '本站简要说明',
  progress: '公开的进展材料',
};
