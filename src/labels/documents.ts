/** What is said of documents and corrections. */
import type { CorrectionKind, PlanDocument, Correction } from '../plan/model.ts';

export const CORRECTION_WORDS: Record<CorrectionKind, string> = {
  'lost-sign': '补脱落符号',
  'suspected-misprint': '疑似误植（照原样显示）',
  layout: '分行',
};

export const DOCUMENT_WORDS: Record<PlanDocument['relation'], string> = {
  cited: '引用的文件',
  promised: '写明将要制定、修订或公布的文件',
};

/** A title in 《》; words that only describe a document without them. */
export const documentName = ({ title, words }: PlanDocument) =>
  words === undefined ? `《${title}》` : title;

export const correctionName = ({ id }: Pick<Correction, 'id'>) => `勘误第${id}条`;

/** What was probably meant by a suspected misprint. */
export const suspicion = ({ suspected }: Pick<Correction, 'suspected'>) =>
  suspected === undefined ? '' : `〔疑为“${suspected}”〕`;

/** The same below the line in which the words stand: “追朔”疑为“追溯”. */
export const suspicionText = (shown: string, { suspected = '' }: Pick<Correction, 'suspected'>) =>
  `“${shown}”疑为“${suspected}”`;
