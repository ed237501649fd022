/** The shape of what is drawn: elements, fragments, text, lists, nothing. */
import { computed, pattern, UI, Writable } from 'commonfabric';

export default pattern(() => {
  const on = new Writable(true);
  return {
    [UI]: (
      <>
        <h1 class="big" hidden>
          One {1} {true} {null} {undefined} {'two'}
        </h1>
        {['a', 'b'].map((each) => (
          <li>{each}</li>
        ))}
        {computed(() => (on.get() ? <em>on</em> : null))}
        <br />
      </>
    ),
  };
});
