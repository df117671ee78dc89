/**
 * Folded copy of a text for the regular expressions that read it: width-folded, with the simplified forms of the words
 * that clauses, headings and dates are made of, and ordinary characters for radicals. It has the same length.
 */
import { withoutRadicals } from '../text/radicals.ts';
import { foldWidth } from '../text/width.ts';

const TRADITIONAL =
  '牽頭負責單門時間協辦會與實務導關機構級領聯長總組織動區縣鄉鎮廳處發財國黨報紀檢條備個項號寫標題來類參計劃規員監環應業農階後於這將達書華場絡臺託從屬週學團體鐵衛據節點進內歸併執貫徹勢強濟貿資訊審戰線術醫藥為無問編註別專銀稅電氣婦園統訂議廣隊網運輸質檔頒佈際變續穩啟爭確證頂護緩設過還滿終兩億幾隨邊適';
const SIMPLIFIED =
  '牵头负责单门时间协办会与实务导关机构级领联长总组织动区县乡镇厅处发财国党报纪检条备个项号写标题来类参计划规员监环应业农阶后于这将达书华场络台托从属周学团体铁卫据节点进内归并执贯彻势强济贸资讯审战线术医药为无问编注别专银税电气妇园统订议广队网运输质档颁布际变续稳启争确证顶护缓设过还满终两亿几随边适';

const SIMPLE: ReadonlyMap<string, string> = new Map(
  Array.from(TRADITIONAL, (character, index) => [character, SIMPLIFIED[index] ?? character]),
);
const ANY_TRADITIONAL = new RegExp(`[${TRADITIONAL}]`, 'g');

/** Folds a text for regular expressions; offsets stay those of the original. */
export const fold = (text: string): string =>
  withoutRadicals(foldWidth(text)).replace(
    ANY_TRADITIONAL,
    (character) => SIMPLE.get(character) ?? character,
  );
