/** What a person is told about something they asked for: whether it was done, and a sentence. */
export interface Told {
  readonly isDone: boolean;
  readonly text: string;
}

export const done = (text: string): Told => ({ isDone: true, text });

export const notDone = (text: string): Told => ({ isDone: false, text });
