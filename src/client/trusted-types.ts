/**
 * Trusted Types: the policy of the pages (src/build/csp.ts) lets no script make HTML or run an address out of words.
 * What has to run a script by its address asks here, for that one address.
 */

interface Factory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string | null },
  ): { createScriptURL(address: string): string };
}

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;

/** Allows one address to be run as a script; under the name `default` also where a library asks for it. */
export function trustScript(name: 'offline' | 'default', address: string): string {
  const full = (one: string) => new URL(one, document.baseURI).href;
  const policy = factory?.createPolicy(name, {
    createScriptURL: (one) => (full(one) === full(address) ? one : null),
  });
  return policy?.createScriptURL(address) ?? address;
}
