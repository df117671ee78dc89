/**
 * What readers type, with the right answer; written from the plan before the search was, see issue 15. The order that
 * decides: what is called so, the unit's card first and then its tasks; names and titles; a task's first sentence; the
 * rest. Equal ones keep the order of the plan.
 */

/**
 * Queries with the path of the right first answer, '' where there must be none. A path with a fragment asks for that
 * place; without one any place on that page is right. The jump box knows names and numbers only: where it has no
 * answer it says so, but it must not have another one.
 */
export const SIXTY: [query: string, first: string][] = [
  // Units: as the plan writes them, by an alias, by a name of today.
  ['区教育局', '/units/qu-jiaoyu-ju/'],
  ['公安钦南分局', '/units/gongan-qinnan-fenju/'],
  ['公安局', '/units/gongan-qinnan-fenju/'],
  ['城管', '/units/qu-chengshi-zonghe-zhifa-ju/'],
  ['税务局', '/units/qu-dishui-ju/'],
  ['政务办', '/units/qu-zhengwu-fuwu-guanliban/'],
  ['司法局', '/units/qu-sifa-ju/'],
  ['市场监管局', '/units/qu-gongshang-ju/'],
  ['卫健委', '/units/qu-weiji-ju/'],
  ['自然资源局', '/units/guotu-qinnan-fenju/'],
  ['生态环境局', '/units/huanbao-qinnan-fenju/'],
  ['应急局', '/units/qu-anjian-ju/'],
  ['监委', '/units/qu-jiancha-ju/'],
  ['文旅局', '/units/qu-wenti-guangdian-ju/'],
  // Pinyin and initials.
  ['jyj', '/units/qu-jiaoyu-ju/'],
  ['xinfang', '/units/qu-xinfang-ju/'],
  ['fazhiban', '/units/qu-fazhi-ban/'],
  // Homophones; a missing or a doubled character.
  ['权利清单、责任清单', '/tasks/4/'],
  ['行政复义', '/tasks/51/'],
  ['信仿局', '/units/qu-xinfang-ju/'],
  ['信访工作制改革', '/tasks/55/'],
  ['区政务服务管办', '/units/qu-zhengwu-fuwu-guanliban/'],
  ['行政复复议', '/tasks/51/'],
  // Traditional characters, radicals, years and numbers in other figures.
  ['國稅局', '/units/qu-guoshui-ju/'],
  ['行政復議', '/tasks/51/'],
  ['人⺠调解', '/tasks/54/'],
  ['⾏政复议', '/tasks/51/'],
  ['2020年', '/documents/#doc-1'],
  ['二〇二〇年', '/documents/#doc-1'],
  ['二○二○年', '/documents/#doc-1'],
  ['二零二零年', '/documents/#doc-1'],
  ['10', '/tasks/10/'],
  ['第40号措施', '/sections/8/#measure-40'],
  ['任务十二', '/tasks/12/'],
  ['第五十五项', '/tasks/55/'],
  ['钦政发〔2015〕50号', '/documents/#doc-13'],
  // Words of the plan.
  ['营业执照', '/tasks/10/#s3'],
  ['投诉', '/tasks/47/#s1'],
  ['法律援助', '/tasks/50/#s5'],
  // Words of everyday.
  ['打官司', '/tasks/44/'],
  ['办证', '/tasks/2/'],
  ['噪音', '/tasks/18/'],
  ['房子', '/tasks/34/'],
  ['工资', '/tasks/54/'],
  ['老赖', '/tasks/12/'],
  ['罚款', '/tasks/35/'],
  ['学校', '/units/qu-jiaoyu-ju/'],
  // Questions. The unit of the fifth has one task, and that is due in 2019.
  ['办营业执照归谁管、什么时候完成', '/tasks/10/'],
  ['谁负责行政复议', '/tasks/51/'],
  ['卫健委要做什么', '/units/qu-weiji-ju/'],
  ['第40号措施有哪些任务', '/sections/8/#measure-40'],
  ['2017年底前教育局的任务', '/units/qu-jiaoyu-ju/'],
  // Copied sentences: with the marks of the page, with those of the keyboard, with a line break.
  ['未经执法资格考试或者考试不合格的，不得授予执法资格，不得从事执法活动。', '/tasks/40/#s2'],
  ['重大行政决策未经合法性审查或者经审查不合法的,不得提交决定.', '/tasks/28/#s1'],
  ['畅通社会公众投诉举报、反映\n问题的渠道', '/tasks/47/#s1'],
  // What the plan does not say.
  ['低保', ''],
  ['身份证', ''],
  ['户口', ''],
  ['结婚', ''],
  ['量子咖啡机器人', ''],
];

/** Queries with the right first three results in their order: paths without fragments, each counted once. */
export const THIRTY: [query: string, firstThree: string[]][] = [
  ['公安局', ['/units/gongan-qinnan-fenju/', '/tasks/13/', '/tasks/14/']],
  ['公安钦南分局', ['/units/gongan-qinnan-fenju/', '/tasks/13/', '/tasks/14/']],
  ['环保局', ['/units/huanbao-qinnan-fenju/', '/tasks/18/', '/tasks/19/']],
  ['税务局', ['/units/qu-dishui-ju/', '/units/qu-guoshui-ju/', '/tasks/10/']],
  ['监委', ['/units/qu-jiancha-ju/', '/tasks/32/', '/tasks/42/']],
  ['区法制办', ['/units/qu-fazhi-ban/', '/tasks/4/', '/tasks/22/']],
  ['街道办', ['/units/jiedao-banshi-chu/', '/tasks/1/', '/tasks/4/']],
  ['发改委', ['/units/qu-fagai-ju/', '/tasks/3/', '/tasks/5/']],
  ['组织部', ['/units/quwei-zuzhi-bu/', '/tasks/49/', '/tasks/56/']],
  ['综治办', ['/units/qu-zongzhi-ban/', '/tasks/13/', '/tasks/15/']],
  ['区人社局', ['/units/qu-renshe-ju/', '/tasks/16/', '/tasks/40/']],
  ['信访', ['/tasks/55/', '/units/qu-xinfang-ju/', '/sections/6/']],
  ['行政审批', ['/tasks/2/', '/sections/1/', '/documents/']],
  ['行政复议', ['/tasks/51/', '/sections/6/', '/tasks/62/']],
  ['人民调解', ['/tasks/54/', '/sections/6/', '/documents/']],
  ['法律顾问', ['/tasks/29/', '/documents/', '/tasks/28/']],
  ['规范性文件', ['/tasks/9/', '/tasks/20/', '/tasks/21/']],
  ['重大行政决策', ['/tasks/24/', '/tasks/28/', '/tasks/31/']],
  ['审计', ['/units/qu-shenji-ju/', '/sections/5/', '/documents/']],
  ['培训', ['/tasks/40/', '/tasks/58/', '/sections/7/']],
  ['问责', ['/tasks/43/', '/tasks/49/', '/sections/5/']],
  ['社会组织', ['/tasks/14/', '/documents/', '/tasks/17/']],
  ['投诉', ['/tasks/47/', '/tasks/3/', '/tasks/45/']],
  ['民生', ['/tasks/27/', '/tasks/33/', '/tasks/46/']],
  ['预算', ['/tasks/29/', '/tasks/41/', '/tasks/48/']],
  ['改革', ['/tasks/3/', '/tasks/7/', '/tasks/8/']],
  ['公共服务', ['/tasks/16/', '/tasks/17/', '/sections/1/']],
  ['清单', ['/tasks/4/', '/tasks/6/', '/sections/1/']],
  ['责任追究', ['/tasks/19/', '/tasks/32/', '/sections/3/']],
  ['合法性审查', ['/tasks/28/', '/sections/3/', '/tasks/20/']],
];
