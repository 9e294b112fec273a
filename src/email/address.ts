/** Whether a text is exactly one bare address: a comma list would mail several people (platform-facts 5). */
export const isOneAddress = (text: string): boolean =>
  /^[^\s@,;:<>()"[\]\\]+@[^\s@,;:<>()"[\]\\]+\.[^\s@,;:<>()"[\]\\.]+$/.test(text);
