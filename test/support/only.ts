/** A port of which a test needs some methods only: calling any other is an error of the test. */
export const only = <Port extends object>(methods: Partial<Port>): Port =>
  new Proxy(methods, {
    get: (target, name) => {
      if (name in target) return target[name as keyof Port];
      throw new Error(`this test has no ${String(name)}`);
    },
  }) as Port;
