/** Rows within rows; the inner one uses the outer one's item. */
import { action, pattern, UI, Writable } from 'commonfabric';

interface Group {
  label: string;
  members: { name: string }[];
}

export default pattern(() => {
  const groups = new Writable<Group[]>([
    { label: 'x', members: [{ name: 'a' }, { name: 'b' }] },
    { label: 'y', members: [] },
  ]);
  return {
    [UI]: (
      <div>
        {groups.map((group) => (
          <section>
            {group.members.map((member) => (
              <p>{`${group.label}:${member.name} `}</p>
            ))}
          </section>
        ))}
      </div>
    ),
    relabel: action(() => groups.key(0).key('label').set('z')),
    join: action(() => groups.key(1, 'members').push({ name: 'c' })),
    leave: action(() => groups.key(0).key('members').set([])),
  };
});
