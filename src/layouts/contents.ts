/** Marks the section being read in the contents: the last heading in the upper third; at the page's end, the last one there is. */
const links = [...document.querySelectorAll<HTMLAnchorElement>('.rail a')];
const sections = links.flatMap((link) => {
  const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  return heading ? [{ link, heading }] : [];
});

function mark() {
  const atEnd = scrollY + innerHeight > document.documentElement.scrollHeight - 4;
  const line = atEnd ? innerHeight : innerHeight / 3;
  const read = sections.findLast(({ heading }) => heading.getBoundingClientRect().top < line) ?? sections[0];
  for (const { link } of sections) {
    if (link === read?.link) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

let waiting = false;
const later = () => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    mark();
  });
};
addEventListener('scroll', later, { passive: true });
addEventListener('resize', later, { passive: true });
mark();
