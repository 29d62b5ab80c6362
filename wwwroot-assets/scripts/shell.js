// The shell without a circuit: theme, rail, menus, keyboard, time zone. Loaded on every page, static or interactive.
import { remember } from './parts/cookies.js';
import { installKeyboard } from './parts/keyboard.js';

const root = document.documentElement;

function shownTheme() {
  return root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
}

function setTheme(theme) {
  root.dataset.theme = theme;
  remember('studio-theme', theme);
  document.dispatchEvent(new CustomEvent('studio:theme'));
}

function closeMenus(except) {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (menu !== except) {
      menu.open = false;
    }
  }
}

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : null;
  if (!target) {
    return;
  }
  if (target.closest('[data-theme-switch]')) {
    setTheme(shownTheme() === 'dark' ? 'light' : 'dark');
  }
  if (target.closest('[data-rail-switch]')) {
    const collapsed = root.dataset.rail === 'collapsed';
    root.dataset.rail = collapsed ? 'wide' : 'collapsed';
    remember('studio-rail', root.dataset.rail);
  }
  if (target.closest('[data-skip]')) {
    event.preventDefault();
    event.stopPropagation();
    document.getElementById('content')?.focus();
  }
  const menu = target.closest('details.menu');
  closeMenus(target.closest('.menu-panel a, .menu-panel [data-close]') ? null : menu);
}, true);

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    const open = document.querySelector('details.menu[open]');
    if (open) {
      open.open = false;
      open.querySelector('summary')?.focus();
    }
  }
});

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => document.dispatchEvent(new CustomEvent('studio:theme')));

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !document.cookie.includes(`studio-zone=${encodeURIComponent(zone)}`)) {
  remember('studio-zone', zone);
}

installKeyboard();
