/** security.txt (RFC 9116), if the operator of the site has given a contact. */
import type { APIRoute } from 'astro';
import { plan } from '../../site.ts';

const { security } = plan.site;

export const getStaticPaths = () => (security === undefined ? [] : [{ params: { name: 'security' } }]);

export const GET: APIRoute = ({ site }) => {
  const lines = [
    `Contact: ${security?.contact ?? ''}`,
    `Expires: ${security?.expires ?? ''}`,
    'Preferred-Languages: zh',
    // It is looked up at the root of the host, whatever the path of the site.
    ...(site === undefined ? [] : [`Canonical: ${new URL('/.well-known/security.txt', site).href}`]),
  ];
  return new Response(`${lines.join('\n')}\n`);
};
