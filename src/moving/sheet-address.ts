/** The id in a spreadsheet's address, or an id typed alone; blank if there is none. */
export const idInAddress = (text: string): string => {
  const trimmed = text.trim();
  const [, inAddress = ''] = /\/spreadsheets\/(?:u\/\d+\/)?d\/([A-Za-z0-9_-]{10,})/.exec(trimmed) ?? [];
  return inAddress || (/^[A-Za-z0-9_-]{10,}$/.test(trimmed) ? trimmed : '');
};
