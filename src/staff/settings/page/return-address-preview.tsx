import { readReturnAddress } from '../../../domain/address/return-address';

/** The return address as printed on envelopes, labels and slips, with any problems. Updated while it is typed. */
export const ReturnAddressPreview = ({ studio, address }: { readonly studio: string; readonly address: string }) => {
  const { lines, problems } = readReturnAddress(studio, address);
  if (address.trim() === '') return null;
  return (
    <section class="return-address" aria-label="Preview of the return address" aria-live="polite">
      <p class="small soft">How it prints:</p>
      <address dir="auto">
        {lines.map((line, index) => (
          <div key={`${index} ${line}`}>{line}</div>
        ))}
      </address>
      {problems.map((problem) => (
        <p class="wrong" key={problem}>
          {problem}
        </p>
      ))}
    </section>
  );
};
