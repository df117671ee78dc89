/** Marks in a table of contents which part of the page is being read. */
const links = Array.from(document.querySelectorAll<HTMLAnchorElement>('[data-follow] a')).flatMap((link) => {
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  return target ? [{ link, target }] : [];
});

function mark(): void {
  const passed = links.filter(({ target }) => target.getBoundingClientRect().top < innerHeight / 3);
  const current = passed[passed.length - 1];
  for (const { link } of links) {
    if (link === current?.link) link.setAttribute('aria-current', 'location');
    else link.removeAttribute('aria-current');
  }
}

// Called when a part passes the upper third of the screen, not at each step of scrolling.
const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -66% 0px' });
for (const { target } of links) observer.observe(target);
