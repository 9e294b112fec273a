import type { RangeRef, SheetRef } from '../../../google/refs';

export type { RangeRef, SheetRef };

/** A protection as it crosses. */
export interface ProtectionRef extends SheetRef {
  readonly id: number;
  readonly kind: 'RANGE' | 'SHEET';
}
