/** Whether a text is exactly one bare address: a comma list would email several people (docs/google.md G96). */
export const isOneAddress = (text: string): boolean =>
  /^[^\s@,;:<>()"[\]\\]+@[^\s@,;:<>()"[\]\\]+\.[^\s@,;:<>()"[\]\\.]+$/.test(text);
