/** Rules of information flow are written as ever; they only describe here. */
import {
  CFC_CONCEPT_KIND, // finding PB1020
  cfcAtom, // finding PB1020
  cfcPattern, // finding PB1020
  exchangeRule, // finding PB1020
  exchangeRules, // finding PB1020
  pattern,
  THIS_POLICY, // finding PB1020
  v, // finding PB1020
} from 'commonfabric';
import type { Confidential } from 'commonfabric';

export const rules = exchangeRules(
  exchangeRule({ from: cfcPattern.user(v('owner')), to: cfcAtom.public(), policy: THIS_POLICY }),
);

export default pattern<{ secret?: Confidential<string, typeof rules> }>(({ secret }) => ({
  shown: `${secret ?? 'nothing'}`,
  kind: typeof CFC_CONCEPT_KIND,
}));
