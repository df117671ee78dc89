/** What an import has to say: errors, what looks like damage, and what stays open. */
import type { Finding } from '../plan/model.ts';

export type Damage = 'bracket' | 'clause' | 'words' | 'label' | 'measure';

/** Collects findings of one text. */
export class Report {
  private readonly file: string;
  private readonly errors: Finding[] = [];
  private readonly suspects = new Map<Damage, Finding[]>();
  private readonly notes: Finding[] = [];

  constructor(file: string) {
    this.file = file;
  }

  /** Nothing can be written. */
  error(line: number | undefined, problem: string, advice: string): void {
    this.errors.push({ file: this.file, line, problem, advice });
  }

  /** Looks like damage where it is rare, and like the text's own way where it is common. */
  suspect(kind: Damage, line: number, problem: string, advice: string): void {
    const all = this.suspects.get(kind) ?? [];
    all.push({ file: this.file, line, problem, advice });
    this.suspects.set(kind, all);
  }

  /** Is written, but an editor should look at it. */
  open(line: number, problem: string, advice: string): void {
    this.notes.push({ file: this.file, line, problem, advice });
  }

  /**
   * Damage stops the import unless it was accepted, or unless the text as a whole shows that it is no damage:
   * at least three tasks, and one in twenty, are so.
   */
  settle(tasks: number, accept: boolean): { findings: Finding[]; open: Finding[] } {
    const isHabit = (all: Finding[]) => accept || (all.length >= 3 && all.length * 20 >= tasks);
    const groups = [...this.suspects.values()];
    return {
      findings: inOrder([...this.errors, ...groups.filter((all) => !isHabit(all)).flat()]),
      open: inOrder([...this.notes, ...groups.filter(isHabit).flat()]),
    };
  }
}

const inOrder = (findings: Finding[]) => findings.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
