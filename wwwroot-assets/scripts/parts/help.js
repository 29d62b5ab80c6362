// The list of keys, built from the links on the page so that it never lies.
function line(keys, text) {
  const row = document.createElement('div');
  row.className = 'row row--between';
  const label = document.createElement('span');
  label.textContent = text;
  const shown = document.createElement('span');
  for (const key of keys) {
    const kbd = document.createElement('kbd');
    kbd.textContent = key;
    shown.append(kbd, ' ');
  }
  row.append(label, shown);
  return row;
}

export function openHelp() {
  const dialog = document.createElement('dialog');
  dialog.className = 'key-help';
  dialog.setAttribute('aria-labelledby', 'key-help-title');
  const title = document.createElement('h2');
  title.id = 'key-help-title';
  title.textContent = 'Keyboard';
  const body = document.createElement('div');
  body.className = 'stack stack--tight';
  body.append(line(['/'], 'Search'));
  for (const link of document.querySelectorAll('.rail a[data-go]')) {
    body.append(line(['g', link.dataset.go], `Go to ${link.textContent.trim()}`));
  }
  if (document.querySelector('[data-create]')) {
    body.append(line(['c'], 'Create'));
  }
  body.append(line(['?'], 'Show this list'), line(['Esc'], 'Close'));
  const close = document.createElement('button');
  close.className = 'btn btn--wide';
  close.textContent = 'Close';
  close.addEventListener('click', () => dialog.close());
  dialog.append(title, body, close);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
