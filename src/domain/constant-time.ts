/** Compares two texts in a time that depends on their lengths only. */
export const isEqualInConstantTime = (a: string, b: string): boolean => {
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index++) {
    difference |= a.charCodeAt(index) ^ (b.charCodeAt(index % (b.length || 1)) || 0);
  }
  return difference === 0;
};
