/** Answers that several steps of one compilation ask for. */

/** The same function, which computes its answer for each thing once. */
export function remembered<Key extends object, Answer>(
  compute: (key: Key) => Answer,
): (key: Key) => Answer {
  const answers = new Map<Key, Answer>();
  return (key) => {
    const known = answers.get(key);
    // `undefined` is an answer too, and a common one.
    if (known !== undefined || answers.has(key)) return known as Answer;
    const answer = compute(key);
    answers.set(key, answer);
    return answer;
  };
}
