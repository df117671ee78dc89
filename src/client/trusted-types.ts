/** Trusted Types: under the policy of the pages (src/build/pages/csp.ts) a script address has to come from a policy made here. */

interface Factory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string | null },
  ): { createScriptURL(address: string): string };
}

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;

/** Trusts one address as a script; the policy named `default` applies where a library uses the plain address. */
export function trustScript(name: 'offline' | 'default', address: string): string {
  const full = (one: string) => new URL(one, document.baseURI).href;
  const policy = factory?.createPolicy(name, {
    createScriptURL: (one) => (full(one) === full(address) ? one : null),
  });
  return policy?.createScriptURL(address) ?? address;
}
