/** Collects the findings of an import: errors, suspected damage, and what stays open. */
import type { Finding } from '../plan/model.ts';

type Damage = 'bracket' | 'clause' | 'words' | 'label' | 'measure' | 'row';

const COMPARE = 'compare with the published page';

/** The findings of one text. */
export class Report {
  private readonly file: string;
  private readonly errors: Finding[] = [];
  private readonly suspects = new Map<Damage, Finding[]>();
  private readonly undecided: Finding[] = [];

  constructor(file: string) {
    this.file = file;
  }

  /** Stops the import. */
  error(line: number | undefined, problem: string, advice = COMPARE): void {
    this.errors.push({ file: this.file, line, problem, advice });
  }

  /** Stops the import if it is rare; if it is common, it is the style of the text and stays open. */
  suspect(kind: Damage, line: number, problem: string, advice = COMPARE): void {
    const all = this.suspects.get(kind) ?? [];
    all.push({ file: this.file, line, problem, advice });
    this.suspects.set(kind, all);
  }

  /** Is imported, but an editor should look at it. */
  open(line: number, problem: string, advice = COMPARE): void {
    this.undecided.push({ file: this.file, line, problem, advice });
  }

  /**
   * Damage stops the import unless it was accepted, or unless at least three tasks, and one in twenty, have it: then it is
   * the style of the text.
   */
  settle(tasks: number, accept: boolean): { findings: Finding[]; open: Finding[] } {
    const isStyle = (all: Finding[]) => accept || (all.length >= 3 && all.length * 20 >= tasks);
    const groups = [...this.suspects.values()];
    return {
      findings: byLine([...this.errors, ...groups.filter((all) => !isStyle(all)).flatMap(acceptable)]),
      open: byLine([...this.undecided, ...groups.filter(isStyle).flat()]),
    };
  }
}

/** What stops the import and what does not once it was accepted are told apart by their advice. */
const acceptable = (all: Finding[]) =>
  all.map(({ advice, ...finding }) => ({
    ...finding,
    advice: `${advice}; where it was published so, import with --accept`,
  }));

const byLine = (findings: Finding[]) => findings.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
