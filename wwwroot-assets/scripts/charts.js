// Draws what C# computed. Values are whole minor units; the browser only scales and writes them.
import { BarController, BarElement, CategoryScale, Chart, Filler, LineController, LineElement, LinearScale, PointElement, Tooltip } from 'chart.js';
import { hatch, tokens } from './parts/palette.js';

Chart.register(BarController, BarElement, CategoryScale, Filler, LineController, LineElement, LinearScale, PointElement, Tooltip);

const animated = !matchMedia('(prefers-reduced-motion: reduce)').matches;

function formatter(spec, compact) {
  const scale = 10 ** spec.exponent;
  const money = spec.currency ? { style: 'currency', currency: spec.currency } : {};
  const digits = compact ? { notation: 'compact', maximumFractionDigits: 1 } : { minimumFractionDigits: spec.exponent, maximumFractionDigits: spec.exponent };
  const format = new Intl.NumberFormat(spec.culture || undefined, { ...money, ...digits });
  return (value) => format.format(value / scale);
}

const isOpen = (spec, index) => spec.openFrom !== null && spec.openFrom !== undefined && index >= spec.openFrom;

function bar(spec, series, color, colors) {
  return {
    label: series.label,
    data: series.values,
    backgroundColor: spec.labels.map((_, index) => (isOpen(spec, index) ? hatch(color, colors.surface) : color)),
    borderColor: color,
    borderWidth: spec.labels.map((_, index) => (isOpen(spec, index) ? 1 : 0)),
    borderRadius: spec.labels.length > 120 ? 0 : 3,
    maxBarThickness: 44,
    categoryPercentage: spec.labels.length > 120 ? 1 : 0.8,
    barPercentage: 0.95,
  };
}

function line(spec, series, color, first) {
  return {
    label: series.label,
    data: series.values,
    borderColor: color,
    borderWidth: 2,
    tension: 0.25,
    cubicInterpolationMode: 'monotone',
    pointRadius: spec.labels.length === 1 ? 4 : 0,
    pointHoverRadius: 4,
    pointBackgroundColor: color,
    backgroundColor: `color-mix(in srgb, ${color} 12%, transparent)`,
    fill: first && spec.series.length === 1 ? 'origin' : false,
    segment: { borderDash: (part) => (isOpen(spec, part.p1DataIndex) ? [5, 4] : undefined) },
  };
}

function options(spec, colors, pick) {
  const full = formatter(spec, false);
  const short = formatter(spec, true);
  const stacked = spec.kind === 'bar';
  const font = { family: getComputedStyle(document.body).fontFamily, size: 12 };
  return {
    responsive: true,
    maintainAspectRatio: false,
    resizeDelay: 100,
    animation: animated ? { duration: 180, easing: 'easeOutCubic' } : false,
    interaction: { mode: 'index', intersect: false },
    onClick: (_, items) => items.length > 0 && pick?.(items[0].index),
    scales: {
      x: { stacked, grid: { display: false }, border: { color: colors.line }, ticks: { color: colors.muted, font, maxRotation: 0, autoSkipPadding: 20 } },
      y: { stacked, beginAtZero: true, grace: '5%', grid: { color: colors.line }, border: { display: false }, ticks: { color: colors.muted, font, maxTicksLimit: 6, precision: 0, callback: (value) => short(value) } },
    },
    plugins: {
      tooltip: {
        backgroundColor: colors.ink,
        titleColor: colors.page,
        bodyColor: colors.page,
        footerColor: colors.page,
        padding: 12,
        cornerRadius: 8,
        boxPadding: 4,
        titleFont: font,
        bodyFont: { ...font, size: 13 },
        footerFont: { ...font, size: 13 },
        filter: (item) => item.raw !== 0 || spec.series.length === 1,
        callbacks: {
          title: (items) => (items.length ? spec.labels[items[0].dataIndex] + (isOpen(spec, items[0].dataIndex) ? ' · not over yet' : '') : ''),
          label: (item) => `${item.dataset.label}  ${full(item.raw)}`,
          footer: (items) => (stacked && items.length > 1 ? `Total  ${full(items.reduce((sum, item) => sum + item.raw, 0))}` : ''),
        },
      },
    },
  };
}

function configuration(spec, pick) {
  const colors = tokens(spec.series.map((series) => series.color));
  const datasets = spec.series.map((series, index) => {
    const color = colors.of[series.color];
    return spec.kind === 'bar' ? bar(spec, series, color, colors) : line(spec, series, color, index === 0);
  });
  return { type: spec.kind, data: { labels: spec.labels, datasets }, options: options(spec, colors, pick) };
}

export function draw(canvas, spec, listener) {
  let current = spec;
  const pick = listener ? (index) => listener.invokeMethodAsync('Pick', index) : null;
  const chart = new Chart(canvas, configuration(current, pick));
  const redraw = () => {
    const next = configuration(current, pick);
    chart.data = next.data;
    chart.options = next.options;
    chart.update('none');
  };
  document.addEventListener('studio:theme', redraw);
  return {
    update(next) {
      current = next;
      redraw();
    },
    dispose() {
      document.removeEventListener('studio:theme', redraw);
      chart.destroy();
    },
  };
}
