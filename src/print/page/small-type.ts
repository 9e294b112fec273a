import type { Sheet } from './sheets/sheet';

/** The warning about small type in an address that was measured on its paper. */
export const smallTypeProblem = ({ ids }: Sheet, box: HTMLElement, size: number): string => {
  const whose = ids.length > 1 ? `${box.dataset.of}: ` : '';
  const text = `The address is printed in ${size}-point type. USPS asks for 8 points or more.`;
  return `${whose}${text} Shorten its lines or use a larger envelope or label.`;
};
