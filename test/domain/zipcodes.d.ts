/** The npm package brings no types. */
declare module 'zipcodes' {
  export const codes: Readonly<
    Record<string, { readonly zip: string; readonly city: string; readonly state: string; readonly country: string }>
  >;
}
