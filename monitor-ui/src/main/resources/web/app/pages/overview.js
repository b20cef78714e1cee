import {LitElement, css, html} from 'lit';
import {ago, count, rate, span, spanText} from '../lib/format.js';
import {Follows, monitor} from '../store/monitor.js';
import {route} from '../store/route.js';
import {shared} from '../parts/shared.js';
import '../parts/chart.js';
import '../parts/failures.js';
import '../parts/figure.js';
import '../parts/pipeline.js';
import '../parts/snapshot.js';
import '../parts/tables.js';
import '../parts/troubles.js';

const SLOW_SECONDS = 10;
const LATE_SECONDS = 60;
const WORTH_SAYING_SECONDS = 10;

/** The overview: everything on one screen. */
class Overview extends LitElement {
  static styles = [shared, css`
    .stack { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; }
    .figures { display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); gap: 16px; }
    .pair { display: grid; grid-template-columns: minmax(0, 2.1fr) minmax(0, 1fr); gap: 16px; }
    @media (max-width: 900px) { .pair { grid-template-columns: minmax(0, 1fr); } .figures { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 10px; } .stack { gap: 12px; } }`];

  constructor() {
    super();
    new Follows(this);
  }

  render() {
    return html`<div class="stack">
      <h1 class="hidden">Overview</h1>
      <dfs-pipeline></dfs-pipeline>
      <dfs-troubles></dfs-troubles>
      <dfs-snapshot></dfs-snapshot>
      <div class="figures">${this.#figures()}</div>
      <div class="pair"><dfs-chart></dfs-chart><dfs-failures></dfs-failures></div>
      <dfs-tables></dfs-tables>
    </div>`;
  }

  #figures() {
    const {figures, stale, now} = monitor;
    if (!figures) {
      return ['Queue length', 'Lag', 'Captured', 'Applied', 'Dead letters'].map(label =>
        html`<dfs-figure label=${label} value="–" note="not read yet" stale></dfs-figure>`);
    }
    const held = this.#held();
    const [lag, unit] = figures.lagSeconds !== null ? span(figures.lagSeconds) : held ? ['unknown', ''] : ['idle', ''];
    return html`
      <dfs-figure label="Queue length" value=${count(figures.queue)} unit="events" note=${this.#trend(figures)} ?stale=${stale}
        hint="Events captured and not yet taken in: not applied, not skipped, no dead letter and not waiting for one"></dfs-figure>
      <dfs-figure label="Lag" value=${lag} unit=${unit} tone=${this.#lagTone(figures)} ?stale=${stale}
        note=${figures.lagSeconds !== null ? 'to the source' : held || 'nothing waits'}
        hint="How long ago the source committed the newest applied event, while something waits"></dfs-figure>
      <dfs-figure label="Captured" value=${rate(figures.capturedRate)} unit="/s" ?stale=${stale}
        note=${`last ${ago(figures.newest.capturedAt, now)}`} hint="Events captured per second, over five seconds"></dfs-figure>
      <dfs-figure label="Applied" value=${rate(figures.rates.applied)} unit="/s" ?stale=${stale}
        note=${`last ${ago(figures.newest.doneAt, now)}`} hint="Events applied to the target per second, over five seconds"></dfs-figure>
      ${this.#letters(figures.letters, stale)}`;
  }

  #letters({dead, waiting}, stale) {
    const note = waiting > 0 ? `${count(waiting)} wait for them` : dead > 0 ? 'wait for a decision' : 'none';
    const href = dead + waiting > 0 ? route.link('dpu', {status: waiting > 0 ? 'waiting' : 'dead'}) : '';
    return html`<dfs-figure label="Dead letters" value=${count(dead)} tone=${dead > 0 ? 'bad' : ''} note=${note} href=${href} ?stale=${stale}
      hint="Events that could not be applied and wait for a replay or a dismissal, and the number of events that wait for them and then follow by themselves"></dfs-figure>`;
  }

  /** The reason why an empty queue does not mean that the target has everything from the source; empty where it does. */
  #held() {
    const unwell = ['source', 'cdc-service', 'kafka', 'mariadb'].map(name => monitor.station(name))
      .find(({state}) => !['ok', 'working'].includes(state));
    return unwell ? `${unwell.name} is ${unwell.state}` : '';
  }

  #trend(figures) {
    if (figures.queue === 0) return this.#held() || 'drained';
    const dpu = monitor.station('dpu-service');
    if (['halted', 'failed', 'unreachable'].includes(dpu.state)) return `dpu-service is ${dpu.state}`;
    if (figures.drainSeconds !== null) {
      return figures.drainSeconds < WORTH_SAYING_SECONDS ? 'flowing' : `draining, about ${spanText(figures.drainSeconds)} left`;
    }
    return figures.capturedRate > 0.05 ? 'growing' : 'not changing';
  }

  #lagTone(figures) {
    if (figures.lagSeconds === null || figures.lagSeconds < SLOW_SECONDS) return '';
    return figures.lagSeconds < LATE_SECONDS ? 'warn' : 'bad';
  }
}
customElements.define('dfs-overview', Overview);
