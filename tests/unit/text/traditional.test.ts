import { expect, test } from 'vitest';
import { simplifiedForms } from '../../../src/text/dictionaries.ts';
import { simplifier, variantsOf } from '../../../src/text/traditional.ts';

test('traditional characters that no text contains are replaced, those in a text stay', () => {
  const fold = simplifier(variantsOf(['行政审批', '这里', '著作'], simplifiedForms()));
  expect(fold('審批這裏裡')).toBe('审批这里里');
  expect(fold('著車')).toBe('著車');
});
