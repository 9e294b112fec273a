import { Action, Failure, Footer, Loading, useLoaded } from '../../ui-kit/parts';
import { closeDialog } from '../../ui-kit/rpc';
import { Table } from '../../ui-kit/table';

interface Line {
  readonly number: number;
  readonly by: string;
  readonly madeAt: string;
  readonly state: string;
  readonly count: number;
  readonly kinds: readonly string[];
}

/** The newest batches, to reopen one. */
export const Batches = ({
  onOpen,
  onNew,
}: {
  readonly onOpen: (batch: number) => void;
  readonly onNew: () => void;
}) => {
  const batches = useLoaded<readonly Line[]>('print.batches');
  return (
    <>
      {batches.error && <Failure message={batches.error} retry={() => void batches.run()} />}
      {!batches.value && !batches.error && <Loading>Loading batches …</Loading>}
      {batches.value && (
        <Table
          caption="Batches"
          rows={batches.value}
          keyOf={({ number }) => String(number)}
          empty="Nothing has been printed yet."
          columns={[
            {
              header: 'Batch',
              cell: ({ number }) => (
                <button type="button" class="link" onClick={() => onOpen(number)}>
                  Batch {number}
                </button>
              ),
            },
            { header: 'Created', cell: ({ madeAt }) => madeAt },
            { header: 'By', cell: ({ by }) => by },
            { header: 'Prints', cell: ({ kinds }) => kinds.join(', ') },
            { header: 'Orders', cell: ({ count }) => count, number: true },
            { header: 'Status', cell: ({ state }) => (state === 'set aside' ? 'discarded' : state) },
          ]}
        />
      )}
      <Footer>
        <Action onClick={closeDialog}>Close</Action>
        <Action primary onClick={onNew}>
          New batch
        </Action>
      </Footer>
    </>
  );
};
