const TAG = '\\{\\{\\s*firstName\\s*\\}\\}';
/** `Hi {{firstName}}`, and the tag at the beginning of a line before its comma: what is left of both is a greeting. */
const GREETING = new RegExp(`\\b(?:hi|hello|hey|dear)\\s+${TAG}|^[ \\t]*${TAG}(?=[ \\t]*,)`, 'gim');
const ELSEWHERE = new RegExp(`(?:[ \\t]*,)?[ \\t]*${TAG}`, 'g');

/**
 * A template for a customer whom we cannot call by a name: `Hi {{firstName}},` becomes `Hello,`, and `Thanks,
 * {{firstName}}!` becomes `Thanks!`, so that neither a lone comma nor a hole is left, whoever wrote the text.
 */
export const withNobodyNamed = (template: string): string => template.replace(GREETING, 'Hello').replace(ELSEWHERE, '');
