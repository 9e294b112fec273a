import { useEffect } from 'preact/hooks';
import { Failure, Loading, useMethod } from '../../../ui-kit/parts';

interface WrittenEmail {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
}

/** An email as the customer would see it if it were sent now. Nothing in it can run. */
export const Preview = ({
  id,
  kind,
  title,
}: {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
}) => {
  const written = useMethod<WrittenEmail>('orders.preview');
  useEffect(() => void written.run(id, kind), [id, kind]);
  const { value, error, busy } = written;
  if (error) return <Failure message={error} retry={() => void written.run(id, kind)} />;
  if (!value || busy) return <Loading>Loading preview …</Loading>;
  return (
    <div class="preview">
      <p>
        <b dir="auto">{value.subject}</b>
        <br />
        <span class="soft small">To {value.to}. This is how it would look if sent now.</span>
      </p>
      <iframe title={`Preview: ${title}`} sandbox="" srcdoc={value.html} />
    </div>
  );
};
