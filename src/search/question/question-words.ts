/** Words with which people ask, and which no plan answers: 归谁管, 什么时候完成, 有哪些任务. */

const ASKING = [
  '^(?:什么|啥)(?:是|叫)|(?:是|指|叫)(?:什么|啥)(?:意思)?$',
  '(?:是?由|是|归|属|该|要|应该?找|找)?(?:谁|哪个(?:部门|单位)|哪些(?:部门|单位)|什么(?:部门|单位))(?:来|在)?(?:牵头|负责|管理?|办理?|做|抓)?',
  '(?:应该?|需要|要|得|必须|能|可以)?(?:在|到)?(?:什么时候|什么时间|何时|几时|哪年|哪一年)(?:之?前)?(?:要|能|会)?(?:完成|办完|做完|做好|到期|截止)?',
  '(?:都|还)?(?:有|要|负责|牵头|承担)?(?:做|干|抓|管|负责|完成|承担)?(?:哪些|什么|几项|多少项?)(?:任务|工作|事情?|内容|职责|责任|措施|要求)?',
  '(?:应该|应当|要|可以)?(?:怎么|怎样|如何)(?:办理|申请|办|做|处理|解决)?',
  '(?:的)?(?:任务|工作|责任|职责)(?:是|有)?(?:吗|呢)?$',
  '(?:请问(?:一下)?|我想知道|我要|我想|想问一下|查一下|查询|关于|办理)',
  '(?:了?吗|呢|吧|啊|的)$',
];
const QUESTION = new RegExp(ASKING.join('|'), 'gu');
const OUTER = /^(?:[的地得和与及由在要]|办(?![公事案法理]))+|[的地得和与及由在要]+$/gu;

/** What a question is about, its words without those of asking: 卫健委要做什么 → 卫健委. Empty where nothing is left. */
export function topicOf(query: string): string {
  return (
    query
      .split(/[\s，。；：、？！,.;:?!]+/u)
      .map((piece) => piece.replace(QUESTION, ' ').trim())
      .flatMap((piece) => piece.split(/\s+/u))
      .map((word) => word.replace(OUTER, ''))
      // A single character is no topic: 办证 is about more than 证.
      .filter((word) => word.length > 1 || /\d/.test(word))
      .join(' ')
  );
}
