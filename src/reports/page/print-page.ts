/**
 * Prints a page of its own from a frame of the dialog: the dialog itself stays as it is.
 * @throws Error when the browser does not let the dialog print.
 */
export const printPage = (html: string): Promise<void> =>
  new Promise((resolve, reject) => {
    document.querySelector('iframe.print')?.remove();
    const frame = document.createElement('iframe');
    frame.className = 'print';
    frame.title = 'The page to print';
    frame.setAttribute('aria-hidden', 'true');
    frame.tabIndex = -1;
    frame.srcdoc = html;
    frame.onload = () => {
      try {
        frame.contentWindow?.print();
        resolve();
      } catch {
        reject(new Error('This browser does not let the dialog print. Download the page, open it and print it there.'));
      }
    };
    document.body.append(frame);
  });
