/** Where Google's answer is not known (what docs/google.md calls believed): each position can be tried. */
export interface WorkbookSwitches {
  /** A cell formatted `@` keeps a typed `=1+1` as text. */
  textFormatStopsFormulas: boolean;
  /** A rejecting validation rule also stops a write of the Sheets advanced service. */
  apiObeysValidation: boolean;
  /** What the advanced service wrote is not seen by SpreadsheetApp within the same execution. */
  apiWritesSeenLate: boolean;
  /**
   * What SpreadsheetApp wrote is not seen by the advanced service before `SpreadsheetApp.flush()` (docs/google.md G87).
   */
  unflushedWritesHidden: boolean;
  /** Taking back an edit is one more edit to triggers (docs/google.md G47). */
  undoFiresEdit: boolean;
  /** A named range keeps the id that `addNamedRange` gives it; else Google makes its own. */
  ownRangeIds: boolean;
  /** `deleteNamedRange` of an unknown id fails its batch; else it is passed over. */
  unknownRangeFails: boolean;
  /** What a batch reads back is as the whole batch has left it; else as it was before. */
  answersAfterBatch: boolean;
  /** A text that looks like a number is still a text after `copyPaste` of values. */
  copiesKeepTexts: boolean;
  /** The per-minute quota of the advanced service is enforced (docs/google.md G9). */
  apiQuota: boolean;
}

/** How the switches stand at first. */
export const workbookSwitches = (): WorkbookSwitches => ({
  textFormatStopsFormulas: true,
  apiObeysValidation: false,
  apiWritesSeenLate: false,
  unflushedWritesHidden: false,
  undoFiresEdit: true,
  ownRangeIds: true,
  unknownRangeFails: true,
  answersAfterBatch: true,
  copiesKeepTexts: true,
  apiQuota: true,
});
