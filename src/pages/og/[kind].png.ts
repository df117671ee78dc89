/** The share cards, one for each kind of page. */
import type { APIRoute } from 'astro';
import { dateText, SHARE_CARD_WORDS } from '../../labels.ts';
import { cardPng } from '../../images/share-card.ts';
import { plan } from '../../site.ts';
import { SHARE_CARDS, type ShareCardKind } from '../../urls.ts';

export const getStaticPaths = () => SHARE_CARDS.map((kind) => ({ params: { kind }, props: { kind } }));

export const GET: APIRoute<{ kind: ShareCardKind }> = async ({ props }) =>
  new Response(
    await cardPng({
      kicker: SHARE_CARD_WORDS[props.kind],
      // The years in brackets are a line of their own.
      title: plan.title.shown.split(/(?=（[^（）]*）$)/u),
      foot: [
        ...(plan.publisher === undefined ? [] : [plan.publisher]),
        ...(plan.published === undefined
          ? []
          : [dateText({ ...plan, published: plan.published.slice(0, 10) }) ?? '']),
      ].join('　'),
    }),
  );
