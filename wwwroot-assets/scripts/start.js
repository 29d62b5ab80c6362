// Starts the circuit of interactive pages and tells the person when the server is away.
// A restarted server does not know the old circuit and says so ("rejected"): then the page is loaded anew.

const modal = document.getElementById('components-reconnect-modal');

function reload() {
  location.reload();
}

modal?.querySelectorAll('[data-reload]').forEach((button) => button.addEventListener('click', reload));
modal?.querySelectorAll('[data-retry]').forEach((button) => button.addEventListener('click', async () => {
  try {
    if (!(await window.Blazor.reconnect())) {
      reload();
    }
  } catch {
    modal.className = 'components-reconnect-failed';
  }
}));

if (modal) {
  new MutationObserver(() => {
    if (modal.classList.contains('components-reconnect-rejected')) {
      reload();
    }
  }).observe(modal, { attributes: true, attributeFilter: ['class'] });
}

window.Blazor.start({
  circuit: {
    reconnectionOptions: {
      maxRetries: 600,
      retryIntervalMilliseconds: (attempt) => (attempt < 60 ? 1000 : 5000),
    },
  },
}).then(() => {
  document.documentElement.dataset.interactive = 'true';
});

