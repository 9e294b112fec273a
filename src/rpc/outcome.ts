/** The outcome of a user's request: whether it was done, and a sentence. */
export interface Outcome {
  readonly isDone: boolean;
  readonly text: string;
}

export const done = (text: string): Outcome => ({ isDone: true, text });

export const notDone = (text: string): Outcome => ({ isDone: false, text });
