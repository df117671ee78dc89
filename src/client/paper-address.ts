/** Entry point of every page: where the host of the site is not set, the foot of printed pages names the one it came from. */
const place = document.querySelector('[data-address]');
if (place && /^https?:$/.test(location.protocol))
  place.textContent = `　网址：${location.origin}${location.pathname}`;
