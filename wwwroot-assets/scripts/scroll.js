// Keeps how far a page was scrolled, by address, and goes back there when somebody returns with Back or reloads: a list that is filled after the page is shown has no
// height yet when the browser itself tries.
const prefix = 'studio-scroll:';
const isReturn = ['back_forward', 'reload'].includes(performance.getEntriesByType('navigation')[0]?.type);

// The address that is being returned to, until its list is on the page. Until then the page that is left is still shown under it, and shrinks: where that is scrolled to
// is not where the list was left.
let returningTo = isReturn ? key() : '';
let timer = 0;
let isWatching = false;

function key() {
  return prefix + location.pathname + location.search;
}

function save() {
  clearTimeout(timer);
  if (returningTo !== key()) {
    sessionStorage.setItem(key(), String(Math.round(scrollY)));
  }
}

addEventListener('popstate', () => {
  clearTimeout(timer);
  returningTo = key();
});

function keep() {
  clearTimeout(timer);
  const place = key();
  timer = setTimeout(() => {
    if (place === key()) {
      save();
    }
  }, 100);
}

export function watch() {
  if (!isWatching) {
    isWatching = true;
    addEventListener('scroll', keep, { passive: true });

    // A click may lead away before the pause is over.
    addEventListener('click', save, { capture: true });
  }
}

// The list is on the page: go back to where it was left.
export function restore() {
  const isBack = returningTo === key();
  const left = Number(sessionStorage.getItem(key()) ?? 0);
  returningTo = '';
  if (isBack && left > 0) {
    clearTimeout(timer);
    requestAnimationFrame(() => scrollTo({ top: left, behavior: 'instant' }));
  }
}

// Changes the address without a navigation, which would scroll to the top.
export function replaceAddress(address) {
  history.replaceState(history.state, '', address);
  save();
}
