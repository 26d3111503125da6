/** La non-confusion, sur beaucoup plus de libellés abîmés. */
import { eprouverDegats } from '../classeurs/degats-multiples';

describe.each([1, 2, 3])('graine %i', (graine) => {
  eprouverDegats(40_000, graine);
});
