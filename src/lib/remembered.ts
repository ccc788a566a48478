/** Answers a question by what it answered before: for what is slow to make, asked for by each page, and always the same. */
export function remembered<Question, Answer>(
  make: (question: Question) => Answer,
): (question: Question) => Answer {
  const known = new Map<Question, Answer>();
  return (question) => {
    const before = known.get(question);
    if (before !== undefined || known.has(question)) return before as Answer;
    const answer = make(question);
    known.set(question, answer);
    return answer;
  };
}
