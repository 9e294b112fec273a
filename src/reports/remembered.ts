/** A function that computes each answer once: for the few texts that thousands of orders share. */
export const remembered = <Key, Answer>(work: (key: Key) => Answer): ((key: Key) => Answer) => {
  const known = new Map<Key, Answer>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = work(key);
    known.set(key, answer);
    return answer;
  };
};
