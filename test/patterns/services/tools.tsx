/** A pattern as a tool of a model is data: the pattern and the input that it is given. */
import { computed, pattern, patternTool } from 'commonfabric';
import type { Default, PatternToolResult } from 'commonfabric';

const Search = pattern<{ query: string; source?: string[] | Default<[]> }>(({ query, source }) => ({
  result: computed(() => source.filter((each) => each.includes(query))),
}));

export default pattern<
  { notes?: string[] | Default<['apple', 'pear']> },
  { search: PatternToolResult<{ source: string[] }> }
>(({ notes }) => ({
  search: patternTool(Search, { source: notes }),
  direct: Search({ query: 'app', source: notes }),
}));
