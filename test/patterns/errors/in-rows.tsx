/** A row that fails is told at the line of its computation; the other rows are drawn. */
import { computed, pattern, UI, Writable } from 'commonfabric';

const checked = (n: number): string => {
  if (n === 2) throw new Error(`no ${n}`); // throws no 2
  return `row ${n}`;
};

export default pattern(() => {
  const list = new Writable([{ n: 1 }, { n: 2 }, { n: 3 }]);
  return {
    texts: list.map(({ n }) => checked(n)),
    [UI]: (
      <ul>
        {list.map((each) => (
          <li
            title={computed(() => {
              if (each.n === 3) throw new Error('title of 3'); // throws title of 3
              return 'fine';
            })}
          >
            {each.n}
          </li>
        ))}
      </ul>
    ),
  };
});
