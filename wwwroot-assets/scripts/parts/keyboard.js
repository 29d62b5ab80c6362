// "/" searches, "g" then a letter goes, "c" creates, "?" shows the list. Links carry data-go="h", the page's own search box data-search.
import { openHelp } from './help.js';

const typing = 'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="combobox"], [role="listbox"]';
let waitingForLetter = 0;

function go(letter) {
  const link = document.querySelector(`a[data-go="${CSS.escape(letter)}"]`);
  link?.click();
  return Boolean(link);
}

function focusSearch() {
  const candidates = [...document.querySelectorAll('[data-search], input[type="search"]')];
  const box = candidates.find((element) => element.checkVisibility({ visibilityProperty: true }));
  box?.focus();
  box?.select?.();
  return Boolean(box);
}

function handle(event) {
  if (performance.now() < waitingForLetter) {
    waitingForLetter = 0;
    return go(event.key.toLowerCase());
  }
  switch (event.key) {
    case '/':
      return focusSearch();
    case 'g':
      waitingForLetter = performance.now() + 1500;
      return true;
    case 'c': {
      const create = document.querySelector('[data-create]');
      create?.click();
      return Boolean(create);
    }
    case '?':
      openHelp();
      return true;
    default:
      return false;
  }
}

export function installKeyboard() {
  document.addEventListener('keydown', (event) => {
    const target = event.target instanceof Element ? event.target : document.body;
    const busy = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
    if (busy || target.closest(typing) || document.querySelector('.rz-dialog, dialog[open]')) {
      return;
    }
    if (handle(event)) {
      event.preventDefault();
    }
  });
}
