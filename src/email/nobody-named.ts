const TAG = '\\{\\{\\s*firstName\\s*\\}\\}';
/** `Hi {{firstName}}`, and a tag that starts a line and is followed by a comma: both become a plain greeting. */
const GREETING = new RegExp(`\\b(?:hi|hello|hey|dear)\\s+${TAG}|^[ \\t]*${TAG}(?=[ \\t]*,)`, 'gim');
const ELSEWHERE = new RegExp(`(?:[ \\t]*,)?[ \\t]*${TAG}`, 'g');

/**
 * Adapts a template for a customer without a usable name: `Hi {{firstName}},` becomes `Hello,`, and `Thanks,
 * {{firstName}}!` becomes `Thanks!`, so that no stray comma or gap is left, even in staff's own texts.
 */
export const withNobodyNamed = (template: string): string => template.replace(GREETING, 'Hello').replace(ELSEWHERE, '');
