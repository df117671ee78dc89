/** Search from the address bar of a browser (OpenSearch 1.1); announced only if the host is known. */
import type { APIRoute } from 'astro';
import { tinyTitle } from '../labels/publication.ts';
import { xmlText } from '../text/xml.ts';
import { plan } from '../site.ts';
import { full } from '../urls.ts';

const template = `${full('/search/')}?q={searchTerms}`;

export const GET: APIRoute = () =>
  new Response(`<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${xmlText(tinyTitle(plan))}</ShortName>
  <Description>${xmlText(`搜索《${plan.title.shown}》全文`)}</Description>
  <Language>zh-CN</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="32" height="32" type="image/png">${xmlText(full('/icons/32.png'))}</Image>
  <Url type="text/html" template="${xmlText(template)}"/>
</OpenSearchDescription>
`);
