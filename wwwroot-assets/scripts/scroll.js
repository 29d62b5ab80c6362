// Keeps how far a page was scrolled, by address, and goes back there when somebody returns with Back or reloads: a list that is filled after the page is shown has no
// height yet when the browser itself tries.
const prefix = 'studio-scroll:';
let returning = ['back_forward', 'reload'].includes(performance.getEntriesByType('navigation')[0]?.type);
let timer = 0;
let isWatching = false;

function key() {
  return prefix + location.pathname + location.search;
}

addEventListener('popstate', () => {
  returning = true;
});

function keep() {
  clearTimeout(timer);
  const place = key();
  timer = setTimeout(() => {
    if (place === key()) {
      sessionStorage.setItem(place, String(Math.round(scrollY)));
    }
  }, 100);
}

export function watch() {
  if (!isWatching) {
    isWatching = true;
    addEventListener('scroll', keep, { passive: true });
  }
}

// The list is on the page: go back to where it was left.
export function restore() {
  const left = Number(sessionStorage.getItem(key()) ?? 0);
  if (returning && left > 0) {
    requestAnimationFrame(() => scrollTo({ top: left, behavior: 'instant' }));
  }
  returning = false;
}

// Changes the address without a navigation, which would scroll to the top.
export function replaceAddress(address) {
  history.replaceState(history.state, '', address);
}
