/** Where Google's answer is not known (what docs/google.md calls believed): each position can be tried. */
export interface WorkbookSwitches {
  /** A cell formatted `@` keeps a typed `=1+1` as text. */
  textFormatStopsFormulas: boolean;
  /** A cell formatted `@` keeps an apostrophe that is written in front of a text (docs/google.md G62). */
  keepsApostrophe: boolean;
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
  /** A named range whose cells were deleted keeps its name, though it is listed nowhere (docs/google.md G84). */
  brokenNamesStay: boolean;
  /** What a batch reads back is as the whole batch has left it; else as it was before. */
  answersAfterBatch: boolean;
  /** A text that looks like a number is still a text after `copyPaste` of values. */
  copiesKeepTexts: boolean;
  /** A tab that someone has made a table: formats and rules of its cells are refused (docs/google.md G70). */
  typedColumns: string;
  /** Of two rows appended at the same moment, by whichever service, not both under the script lock, the second takes the first one's place (docs/google.md G90). */
  appendsCollide: boolean;
  /** The Sheets advanced service is not switched on for the script's project (docs/google.md G89). */
  serviceOff: boolean;
  /** The per-minute quota of the advanced service is enforced (docs/google.md G9). */
  apiQuota: boolean;
}

/** How the switches are at first. */
export const workbookSwitches = (): WorkbookSwitches => ({
  textFormatStopsFormulas: true,
  keepsApostrophe: false,
  apiObeysValidation: false,
  apiWritesSeenLate: false,
  unflushedWritesHidden: false,
  undoFiresEdit: true,
  ownRangeIds: true,
  unknownRangeFails: true,
  brokenNamesStay: true,
  answersAfterBatch: true,
  copiesKeepTexts: true,
  typedColumns: 'none',
  appendsCollide: false,
  serviceOff: false,
  apiQuota: true,
});
