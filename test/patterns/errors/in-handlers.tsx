/** Each kind of handler tells its own failure at its own line, and the others go on. */
import { action, handler, pattern, UI, Writable } from 'commonfabric';

const fail = handler<void, { value: Writable<number> }>((_event, { value }) => {
  value.set(2);
  throw new Error(`handler saw ${value.get()}`); // throws handler saw 2
});
// throws detail
const needsEvent = handler<{ detail: { text: string } }>(({ detail }) => {
  console.log(detail.text);
});

export default pattern(() => {
  const value = new Writable(1);
  const late = async () => {
    await Promise.resolve();
    throw new TypeError('too late'); // throws TypeError: too late
  };
  return {
    value,
    fail: fail({ value }),
    needsEvent: needsEvent(),
    inAction: action(() => {
      throw new Error('action'); // throws action
    }),
    inAsync: action(async () => {
      await late();
    }),
    notAnError: action(() => {
      throw { code: 7 }; // throws not an Error
    }),
    [UI]: (
      <div>
        <button
          onClick={() => {
            throw new Error('in place'); // throws in place
          }}
        />
        {[1, 2].map((each) => (
          <button
            onClick={() => {
              if (each === 2) throw new Error(`row ${each}`); // throws row 2
            }}
          />
        ))}
      </div>
    ),
  };
});
