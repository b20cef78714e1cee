import {LineChart} from 'echarts/charts';
import {GridComponent, TooltipComponent} from 'echarts/components';
import {init, use} from 'echarts/core';
import {CanvasRenderer} from 'echarts/renderers';
import {LitElement, css, html} from 'lit';
import {rate} from '../lib/format.js';
import {Follows, monitor} from '../store/monitor.js';
import {theme} from '../store/theme.js';
import {shared} from './shared.js';

use([LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

const AREAS = ['snapshot', 'insert', 'update', 'delete', 'other'];
const SPAN_MINUTES = 5;

/** Shows events per second over the last minutes: the captured ones stacked by action, the applied ones as a line. */
class Chart extends LitElement {
  static styles = [shared, css`
    :host, .card { height: 100%; } .card { display: flex; flex-direction: column; }
    .plot { flex: 1 1 auto; min-height: 232px; margin: 0 10px 8px 6px; }
    ul { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 0; padding: 0 18px 6px; font-size: 12.5px; color: var(--muted); }
    li { display: flex; align-items: center; gap: 6px; }
    b { color: var(--ink); font-weight: 600; font-variant-numeric: tabular-nums; }
    i { width: 9px; height: 9px; border-radius: 2px; }
    .snapshot { background: var(--op-snapshot); } .insert { background: var(--op-insert); } .update { background: var(--op-update); }
    .delete { background: var(--op-delete); } .other { background: var(--op-other); }
    .applied { height: 0; width: 14px; border-top: 2px dashed var(--ink); border-radius: 0; }
    .stale b { color: var(--muted); font-weight: 400; } .stale .plot { opacity: .45; }`];

  #chart = null;
  #drawn = null;

  constructor() {
    super();
    new Follows(this);
    new Follows(this, theme);
  }

  firstUpdated() {
    this.#chart = init(this.renderRoot.querySelector('.plot'));
    this.resize = new ResizeObserver(() => this.#chart.resize());
    this.resize.observe(this.renderRoot.querySelector('.plot'));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.resize?.disconnect();
    this.#chart?.dispose();
  }

  updated() {
    const drawn = `${monitor.samples.at(-1)?.at} ${theme.isDark}`;
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.#chart.setOption(this.#option());
  }

  render() {
    const rates = monitor.figures?.rates;
    return html`<section class="card ${monitor.stale ? 'stale' : ''}" aria-labelledby="rates">
      <div class="head"><h2 id="rates">Events per second</h2><span class="muted">last ${SPAN_MINUTES} minutes</span></div>
      <ul>${AREAS.map(name => html`<li><i class=${name}></i>${name} <b>${rate(rates?.[name])}</b></li>`)}
        <li><i class="applied"></i>applied <b>${rate(rates?.applied)}</b></li></ul>
      <div class="plot" role="img" aria-label="Chart of the events captured and applied per second; the present values are above it"></div>
    </section>`;
  }

  #option() {
    const style = getComputedStyle(this);
    const colour = name => style.getPropertyValue(name).trim();
    const until = Date.parse(monitor.samples.at(-1)?.at ?? new Date(monitor.now).toISOString());
    const from = until - SPAN_MINUTES * 60_000;
    const samples = monitor.samples.filter(sample => Date.parse(sample.at) >= from - 5_000);
    const points = name => samples.map(sample => [Date.parse(sample.at), sample[name]]);
    const line = {type: 'line', symbol: 'none', animation: false, emphasis: {disabled: true}};
    return {
      animation: false,
      grid: {left: 48, right: 14, top: 14, bottom: 26},
      textStyle: {fontFamily: style.fontFamily},
      xAxis: {type: 'time', min: from, max: until, axisLine: {lineStyle: {color: colour('--line-strong')}}, axisTick: {show: false},
        axisLabel: {color: colour('--muted'), fontSize: 11, hideOverlap: true, formatter: '{HH}:{mm}'}, minInterval: 60_000, splitLine: {show: false}},
      yAxis: {type: 'value', min: 0, minInterval: 1, splitNumber: 4, axisLabel: {color: colour('--muted'), fontSize: 11},
        splitLine: {lineStyle: {color: colour('--line')}}},
      tooltip: {trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: colour('--surface'),
        borderColor: colour('--line-strong'), textStyle: {color: colour('--ink'), fontSize: 12}, valueFormatter: value => `${rate(value)} /s`},
      series: [
        ...AREAS.map(name => ({...line, name, stack: 'captured', data: points(name), lineStyle: {width: 0},
          areaStyle: {color: colour(`--op-${name}`), opacity: .82}, itemStyle: {color: colour(`--op-${name}`)}})),
        {...line, name: 'applied', data: points('applied'), lineStyle: {width: 1.6, type: [4, 3], color: colour('--ink')}, itemStyle: {color: colour('--ink')}},
      ],
    };
  }
}
customElements.define('dfs-chart', Chart);
