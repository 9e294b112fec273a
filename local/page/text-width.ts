const context = document.createElement('canvas').getContext('2d');

/** How wide a text is in the grid's font, in pixels. */
export const textWidth = (text: string, isBold: boolean): number => {
  if (!context) return text.length * 8;
  context.font = `${isBold ? '600 ' : ''}13px ${getComputedStyle(document.body).fontFamily}`;
  return context.measureText(text).width;
};
